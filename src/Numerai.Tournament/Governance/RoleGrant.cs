using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

/// <param name="Expires">Null for no end.</param>
/// <param name="Proposal">The proposal that gave it; 0 for what the operator starts with.</param>
public sealed record RoleGrant(CouncilRole Role, AccountId Account, DateTimeOffset? Expires, int Proposal)
{
    public bool HoldsAt(DateTimeOffset now) => Expires is not { } expires || now < expires;
}

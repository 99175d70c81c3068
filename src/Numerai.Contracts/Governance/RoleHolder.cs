namespace Numerai.Contracts;

/// <param name="Expires">Null for no end.</param>
/// <param name="Proposal">The proposal that gave it; 0 for what the operator started with.</param>
public sealed record RoleHolder(CouncilRole Role, AccountId Account, DateTimeOffset? Expires, int Proposal);

using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

/// <param name="To">Null to take the delegation back.</param>
public sealed record DelegateVotes(AccountId Account, AccountId? To);

/// <param name="By">Holds the role <see cref="CouncilRole.PauseUploads"/>.</param>
public sealed record PauseUploads(AccountId By, TournamentId Tournament, bool Paused, string Reason);

/// <param name="Proposals">Number of the newest proposal, 0 when there is none.</param>
/// <param name="Roles">Who holds what; grants that have expired are left out.</param>
/// <param name="Paused">Tournaments that take no uploads.</param>
/// <param name="Executions">End of the chain of executions.</param>
public sealed record GovernanceView(
    GovernanceRules Rules, int Proposals, ImmutableArray<RoleGrant> Roles, ImmutableArray<TournamentId> Paused, LedgerHead Executions)
{
    public bool Holds(AccountId account, CouncilRole role) => Roles.Any(grant => grant.Account == account && grant.Role == role);
}

namespace Numerai.Contracts;

/// <summary>How proposals are decided, and who holds which role.</summary>
/// <param name="Proposals">Number of the newest proposal, 0 when there is none.</param>
/// <param name="PausedUploads">Tournaments that take no uploads.</param>
/// <param name="Executions">End of the chain of executions.</param>
public sealed record GovernanceInfo(
    GovernanceRules Rules, int Proposals, IReadOnlyList<RoleHolder> Roles, IReadOnlyList<int> PausedUploads, LedgerHead Executions);

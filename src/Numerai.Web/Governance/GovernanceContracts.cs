using Numerai.Contracts;
using Numerai.Tournament.Governance;

namespace Numerai.Web.Governance;

internal sealed record RoleResponse(CouncilRole Role, AccountId Account, DateTimeOffset? Expires, int Proposal);

/// <param name="Proposals">Number of the newest proposal, 0 when there is none.</param>
/// <param name="PausedUploads">Tournaments that take no uploads.</param>
/// <param name="Executions">End of the chain of executions.</param>
internal sealed record GovernanceResponse(
    GovernanceRules Rules, int Proposals, IReadOnlyList<RoleResponse> Roles, IReadOnlyList<int> PausedUploads, LedgerHead Executions)
{
    public static GovernanceResponse Of(GovernanceView view) => new(
        view.Rules,
        view.Proposals,
        [.. view.Roles.Select(grant => new RoleResponse(grant.Role, grant.Account, grant.Expires, grant.Proposal))],
        [.. view.Paused.Select(tournament => tournament.Number)],
        view.Executions);
}

/// <param name="Actions">Absent or empty for a text proposal.</param>
/// <param name="CommandId">The same id again gives the same proposal.</param>
internal sealed record ProposeRequest(string Title, string Text, string CommandId, ActionBody[]? Actions = null, Backtest? Backtest = null);

internal sealed record VoteRequest(VoteChoice Choice);

internal sealed record CancelProposalRequest(string Reason);

internal sealed record QueueRequest;

internal sealed record ExecuteRequest;

/// <param name="To">Id or username; absent to vote oneself again.</param>
internal sealed record DelegateRequest(string? To = null);

internal sealed record DelegateResponse(AccountId? Delegate);

/// <param name="Paused">False resumes.</param>
internal sealed record PauseUploadsRequest(bool Paused, string Reason);

internal sealed record TallyResponse(Nmr For, Nmr Against, Nmr Abstain, int Voters);

internal sealed record VoteResponse(int Proposal, AccountId Account, VoteChoice Choice, Nmr Power, DateTimeOffset Time)
{
    public static VoteResponse Of(VoteView view) => new(view.Proposal, view.Account, view.Choice, view.Power, view.Time);
}

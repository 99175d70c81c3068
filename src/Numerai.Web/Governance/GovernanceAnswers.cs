using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Governance;

namespace Numerai.Web.Governance;

internal static class GovernanceAnswers
{
    public static GovernanceInfo Answer(this GovernanceView view) => new(
        view.Rules,
        view.Proposals,
        [.. view.Roles.Select(grant => new RoleHolder(grant.Role, grant.Account, grant.Expires, grant.Proposal))],
        [.. view.Paused.Select(tournament => tournament.Number)],
        view.Executions);

    public static Proposal Answer(this ProposalView view) => new(
        view.Number,
        view.Phase,
        view.Author,
        view.Title,
        view.Text,
        [.. view.Actions.Select(action => action.Answer())],
        view.Backtest,
        view.Rules,
        view.Proposed,
        view.VotingStarts,
        view.VotingEnds,
        view.ExecutableFrom,
        view.Expires,
        view.Snapshot.Sha256,
        view.Supply,
        view.Quorum,
        view.Tally is { } tally ? new VoteTally(tally.For, tally.Against, tally.Abstain, tally.Voters) : null,
        view.CancelReason,
        view.CancelledBy,
        [.. view.Records.Select(record => record.Answer())]);

    public static ExecutedAction Answer(this ExecutionRecord record) => new(
        record.Sequence,
        record.Proposal,
        record.Index,
        record.Action,
        record.Outcome,
        record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        record.Previous,
        record.Hash);

    public static Vote Answer(this VoteView view) => new(view.Proposal, view.Account, view.Choice, view.Power, view.Time);
}

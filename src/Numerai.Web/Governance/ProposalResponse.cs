using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Governance;

namespace Numerai.Web.Governance;

/// <param name="Rules">The rules it was made under.</param>
/// <param name="ExecutableFrom">End of the time lock, once queued.</param>
/// <param name="Expires">When it expires unless it is queued (or, once queued, executed) before.</param>
/// <param name="SnapshotSha256">Of the file with the voting powers.</param>
/// <param name="Supply">Sum of all voting powers.</param>
/// <param name="Quorum">Power that has to vote.</param>
/// <param name="Tally">Votes so far, or the result.</param>
/// <param name="Records">What its execution did: links of the chain of executions.</param>
internal sealed record ProposalResponse(
    int Number,
    ProposalPhase Phase,
    AccountId Author,
    string Title,
    string Text,
    IReadOnlyList<ActionBody> Actions,
    Backtest? Backtest,
    GovernanceRules Rules,
    DateTimeOffset Proposed,
    DateTimeOffset VotingStarts,
    DateTimeOffset VotingEnds,
    DateTimeOffset? ExecutableFrom,
    DateTimeOffset? Expires,
    string SnapshotSha256,
    Nmr Supply,
    Nmr Quorum,
    TallyResponse? Tally,
    string? CancelReason,
    AccountId? CancelledBy,
    IReadOnlyList<ExecutionResponse> Records)
{
    public static ProposalResponse Of(ProposalView view) => new(
        view.Number,
        view.Phase,
        view.Author,
        view.Title,
        view.Text,
        [.. view.Actions.Select(ActionBody.Of)],
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
        view.Tally is { } tally ? new TallyResponse(tally.For, tally.Against, tally.Abstain, tally.Voters) : null,
        view.CancelReason,
        view.CancelledBy,
        [.. view.Records.Select(ExecutionResponse.Of)]);
}

/// <param name="Action">As it is hashed: stored JSON.</param>
/// <param name="Time">With all seven digits of the second, because the record's hash is taken over them.</param>
internal sealed record ExecutionResponse(
    long Sequence, int Proposal, int Index, string Action, string Outcome, string Time, string Previous, string Hash)
{
    public static ExecutionResponse Of(ExecutionRecord record) => new(
        record.Sequence,
        record.Proposal,
        record.Index,
        record.Action,
        record.Outcome,
        record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        record.Previous,
        record.Hash);
}

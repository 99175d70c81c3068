using Numerai.Contracts;

namespace Numerai.Client.Governance;

/// <param name="Rules">The rules it was made under.</param>
/// <param name="ExecutableFrom">End of the time lock, once queued.</param>
/// <param name="Expires">When it expires unless it is queued (or, once queued, executed) before.</param>
/// <param name="SnapshotSha256">Of the file with the voting powers.</param>
/// <param name="Supply">Sum of all voting powers.</param>
/// <param name="Quorum">Power that has to vote.</param>
/// <param name="Tally">Votes so far, or the result.</param>
public sealed record Proposal(
    int Number,
    ProposalPhase Phase,
    Guid Author,
    string Title,
    string Text,
    IReadOnlyList<ProposalAction> Actions,
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
    Tally? Tally,
    string? CancelReason,
    Guid? CancelledBy,
    IReadOnlyList<ExecutionRecord> Records);

namespace Numerai.Contracts;

/// <param name="Rules">The rules it was made under.</param>
/// <param name="ExecutableFrom">End of the time lock, once queued.</param>
/// <param name="Expires">When it expires unless it is queued (or, once queued, executed) before.</param>
/// <param name="SnapshotSha256">Of the file with the voting powers.</param>
/// <param name="Supply">Sum of all voting powers.</param>
/// <param name="Quorum">Power that has to vote.</param>
/// <param name="Tally">Votes so far, or the result.</param>
/// <param name="Records">What its execution did: links of the chain of executions.</param>
public sealed record Proposal(
    int Number,
    ProposalPhase Phase,
    AccountId Author,
    string Title,
    string Text,
    IReadOnlyList<ProposedAction> Actions,
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
    VoteTally? Tally,
    string? CancelReason,
    AccountId? CancelledBy,
    IReadOnlyList<ExecutedAction> Records);

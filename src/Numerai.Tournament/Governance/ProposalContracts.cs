using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Governance;

/// <param name="CommandId">Made by the author; the same id again gives the same proposal.</param>
/// <param name="Actions">None for a text proposal.</param>
public sealed record Propose(
    string CommandId, AccountId Author, string Title, string Text, ImmutableArray<ProposalAction> Actions, Backtest? Backtest);

/// <summary>What the governance gives a new proposal.</summary>
/// <param name="Snapshot">Voting powers: CSV text, see <see cref="PowerTable"/>.</param>
/// <param name="Supply">Sum of all powers.</param>
public sealed record OpenProposal(
    int Number, Propose Proposal, GovernanceRules Rules, DateTimeOffset Proposed, ObjectReference Snapshot, Nmr Supply);

public sealed record CastVote(AccountId Voter, VoteChoice Choice);

/// <param name="Account">The author or a guardian.</param>
public sealed record CancelProposal(AccountId Account, bool Guardian, string Reason);

/// <param name="Power">What the voter's vote weighs.</param>
public sealed record VoteView(int Proposal, AccountId Account, VoteChoice Choice, Nmr Power, DateTimeOffset Time);

public sealed record Tally(Nmr For, Nmr Against, Nmr Abstain, int Voters)
{
    public static Tally Empty { get; } = new(Nmr.Zero, Nmr.Zero, Nmr.Zero, 0);

    public Nmr Total => For + Against + Abstain;

    public Tally Add(VoteChoice choice, Nmr power) => choice switch
    {
        VoteChoice.For => this with { For = For + power, Voters = Voters + 1 },
        VoteChoice.Against => this with { Against = Against + power, Voters = Voters + 1 },
        _ => this with { Abstain = Abstain + power, Voters = Voters + 1 },
    };
}

/// <param name="Quorum">Power that has to vote.</param>
/// <param name="Records">What its execution did, links of the chain of executions.</param>
/// <param name="ExecutableFrom">End of the time lock, once queued.</param>
/// <param name="Expires">When it expires unless it is queued (or, once queued, executed) before.</param>
public sealed record ProposalView(
    int Number,
    AccountId Author,
    string Title,
    string Text,
    ImmutableArray<ProposalAction> Actions,
    Backtest? Backtest,
    ProposalPhase Phase,
    GovernanceRules Rules,
    DateTimeOffset Proposed,
    DateTimeOffset VotingStarts,
    DateTimeOffset VotingEnds,
    DateTimeOffset? ExecutableFrom,
    DateTimeOffset? Expires,
    ObjectReference Snapshot,
    Nmr Supply,
    Nmr Quorum,
    Tally? Tally,
    string? CancelReason,
    AccountId? CancelledBy,
    ImmutableArray<ExecutionRecord> Records);

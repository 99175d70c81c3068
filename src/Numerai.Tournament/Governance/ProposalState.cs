using System.Collections.Immutable;
using System.Numerics;
using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

/// <summary>All that is stored of one proposal. Votes and voting powers lie in stores.</summary>
/// <param name="Tally">The result, once the voting is over.</param>
/// <param name="Queued">When it was queued.</param>
/// <param name="End">Executing, executed or cancelled; the other phases follow from the times and the tally.</param>
public sealed record ProposalState(
    OpenProposal Opened, Tally? Tally, DateTimeOffset? Queued, ProposalPhase? End, string? CancelReason, AccountId? CancelledBy)
{
    /// <summary>What its execution did.</summary>
    public ImmutableArray<ExecutionRecord> Records { get; init; } = [];

    public int Number => Opened.Number;

    public DateTimeOffset VotingStarts => Opened.Proposed + Opened.Rules.VotingDelay;

    public DateTimeOffset VotingEnds => VotingStarts + Opened.Rules.VotingPeriod;

    public DateTimeOffset? ExecutableFrom => Queued + Opened.Rules.TimeLock;

    public DateTimeOffset? Expires =>
        ExecutableFrom is { } from ? from + Opened.Rules.ExpiresAfter : VotingEnds + Opened.Rules.ExpiresAfter;

    /// <summary>Rounded up to a whole wei.</summary>
    public Nmr Quorum
    {
        get
        {
            var millionths = new BigInteger(Opened.Rules.QuorumPercent * 1_000_000);
            var whole = (BigInteger)100_000_000;
            return new Nmr((Int128)((((BigInteger)Opened.Supply.Wei * millionths) + whole - 1) / whole));
        }
    }

    /// <summary>The phase by the clock; after the voting it needs the tally.</summary>
    public ProposalPhase PhaseAt(DateTimeOffset now)
    {
        if (End is { } end)
        {
            return end;
        }

        if (now < VotingStarts)
        {
            return ProposalPhase.Pending;
        }

        if (now < VotingEnds || Tally is not { } tally)
        {
            return ProposalPhase.Active;
        }

        if (tally.For <= tally.Against || tally.Total < Quorum)
        {
            return ProposalPhase.Defeated;
        }

        return now >= Expires ? ProposalPhase.Expired
            : Queued is null ? ProposalPhase.Succeeded
            : ProposalPhase.Queued;
    }

    public ProposalView View(DateTimeOffset now, Tally? running) => new(
        Number,
        Opened.Proposal.Author,
        Opened.Proposal.Title,
        Opened.Proposal.Text,
        Opened.Proposal.Actions,
        Opened.Proposal.Backtest,
        PhaseAt(now),
        Opened.Rules,
        Opened.Proposed,
        VotingStarts,
        VotingEnds,
        ExecutableFrom,
        End is null ? Expires : null,
        Opened.Snapshot,
        Opened.Supply,
        Quorum,
        Tally ?? running,
        CancelReason,
        CancelledBy,
        Records);
}

using System.Collections.Immutable;
using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Governance;

/// <summary>What happens to a proposal, step by step. Where the phase does not allow a step, the refusal names the phase.</summary>
internal static class ProposalDecisions
{
    public static Refusal NotFound(string key) => new(RefusalCodes.ProposalNotFound, $"There is no proposal {key}.");

    public static Decision<ProposalState, ProposalView> Open(ProposalState? state, OpenProposal command, DateTimeOffset now)
    {
        if (state is not null)
        {
            return Decision<ProposalState, ProposalView>.Unchanged(state.View(now, null));
        }

        var next = new ProposalState(command, null, null, null, null, null);
        return Changed(
            next, now, new ProposalMade(
                command.Number, command.Proposal.Author, command.Proposal.Title, next.VotingStarts, next.VotingEnds));
    }

    /// <summary>A vote that may be cast now, with the power it has.</summary>
    public static Outcome<VoteView> Vote(ProposalState state, CastVote command, Nmr power, DateTimeOffset now)
    {
        if (!Enum.IsDefined(command.Choice))
        {
            return new Refusal(RefusalCodes.InvalidRequest, "A vote is for, against or abstain.");
        }

        if (state.PhaseAt(now) != ProposalPhase.Active)
        {
            return WrongState(state, now, "votes are cast only while it is active");
        }

        return power.IsPositive
            ? new VoteView(state.Number, command.Voter, command.Choice, power, now)
            : new Refusal(
                RefusalCodes.NoVotingPower,
                $"The account had no voting power when proposal {state.Number} (active) took its snapshot at "
                    + $"{Time(state.Opened.Proposed)}: it held "
                + "nothing then, or its delegate votes for it. NMR that came later does not count.");
    }

    public static Refusal VotedBefore(VoteView first) => new(
        RefusalCodes.VoteAlreadyCast,
        $"The account has voted {first.Choice.ToString().ToLowerInvariant()} on proposal {first.Proposal} (active) at "
            + $"{Time(first.Time)}; a vote is not changed.");

    /// <summary>Keeps the result of a voting that is over.</summary>
    public static Decision<ProposalState, ProposalView> Close(ProposalState state, Tally tally, DateTimeOffset now)
    {
        var next = state with { Tally = tally };
        return Changed(
            next,
            now,
            new ProposalDecided(
                state.Number, next.PhaseAt(state.VotingEnds) != ProposalPhase.Defeated, tally.For, tally.Against, tally.Abstain));
    }

    public static Decision<ProposalState, ProposalView> Queue(ProposalState state, DateTimeOffset now) => state.PhaseAt(now) switch
    {
        ProposalPhase.Queued => Decision<ProposalState, ProposalView>.Unchanged(state.View(now, null)),
        ProposalPhase.Succeeded => Changed(
            state with { Queued = now }, now, new ProposalQueued(state.Number, now + state.Opened.Rules.TimeLock)),
        _ => WrongState(state, now, "a proposal is queued when it has succeeded"),
    };

    public static Decision<ProposalState, ProposalView> Cancel(ProposalState state, CancelProposal command, DateTimeOffset now)
    {
        var phase = state.PhaseAt(now);
        if (phase == ProposalPhase.Cancelled && state.CancelledBy == command.Account)
        {
            return Decision<ProposalState, ProposalView>.Unchanged(state.View(now, null));
        }

        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > 1000)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "A reason of 1 to 1000 characters is needed; it is published.");
        }

        var author = command.Account == state.Opened.Proposal.Author;
        if (!author && !command.Guardian)
        {
            return new Refusal(
                RefusalCodes.NotAuthorised,
                $"Proposal {state.Number} is {Name(phase)}; only its author cancels it, or a guardian while it is queued.");
        }

        var open = author
            ? phase is ProposalPhase.Pending or ProposalPhase.Active or ProposalPhase.Succeeded or ProposalPhase.Queued
            : phase == ProposalPhase.Queued;
        return open
            ? Changed(
                state with { End = ProposalPhase.Cancelled, CancelReason = command.Reason, CancelledBy = command.Account },
                now,
                new ProposalCancelled(state.Number, command.Account, author ? "author" : "guardian", command.Reason))
            : WrongState(
                state,
                now,
                author ? "its author cancels it before it is decided against or executed" : "a guardian cancels only what is queued");
    }

    public static Decision<ProposalState, ProposalView> BeginExecution(ProposalState state, DateTimeOffset now)
    {
        var phase = state.PhaseAt(now);
        if (phase == ProposalPhase.Executing)
        {
            return Decision<ProposalState, ProposalView>.Unchanged(state.View(now, null));
        }

        if (phase != ProposalPhase.Queued)
        {
            return WrongState(state, now, "only a queued proposal is executed");
        }

        return now < state.ExecutableFrom
            ? new Refusal(
                RefusalCodes.ProposalWrongState,
                $"Proposal {state.Number} is queued and its time lock ends at {Time(state.ExecutableFrom.Value)}; it can be executed "
                    + "from then on.")
            : Decision<ProposalState, ProposalView>.Changed(
                state.View(now, null) with { Phase = ProposalPhase.Executing }, state with { End = ProposalPhase.Executing });
    }

    public static Decision<ProposalState, ProposalView> EndExecution(
        ProposalState state, ImmutableArray<ExecutionRecord> records, DateTimeOffset now) => state.End == ProposalPhase.Executing
        ? Changed(state with { End = ProposalPhase.Executed, Records = records }, now, new ProposalExecuted(state.Number))
        : Decision<ProposalState, ProposalView>.Unchanged(state.View(now, null));

    public static Decision<ProposalState, ProposalView> AbortExecution(ProposalState state, DateTimeOffset now) =>
        state.End == ProposalPhase.Executing
            ? Changed(state with { End = null }, now)
            : Decision<ProposalState, ProposalView>.Unchanged(state.View(now, null));

    private static Decision<ProposalState, ProposalView> Changed(
        ProposalState next, DateTimeOffset now, params ImmutableArray<TournamentEvent> events) =>
        Decision<ProposalState, ProposalView>.Changed(next.View(now, null), next, events);

    private static Refusal WrongState(ProposalState state, DateTimeOffset now, string rule) => new(
        RefusalCodes.ProposalWrongState, $"Proposal {state.Number} is {Name(state.PhaseAt(now))}{Until(state, now)}; {rule}.");

    private static string Until(ProposalState state, DateTimeOffset now) => state.PhaseAt(now) switch
    {
        ProposalPhase.Pending => $" until {Time(state.VotingStarts)}",
        ProposalPhase.Active => $" until {Time(state.VotingEnds)}",
        _ => string.Empty,
    };

    private static string Name(ProposalPhase phase) => phase.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

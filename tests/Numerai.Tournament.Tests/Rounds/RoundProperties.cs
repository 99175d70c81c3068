using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Tests.Rounds;

/// <summary>
/// Whatever a round is told and whatever its slices come to, in any order: it comes to an end, what is over holds nothing, and nothing
/// that was paid is given up.
/// </summary>
public sealed class RoundProperties
{
    private const string Place = "here";

    /// <summary>Any state, so that short histories come everywhere; an older version's row counts once it is taken up.</summary>
    private static readonly string[] _starts = [.. RoundRows.Names.Where(name => name != "paying-older-row")];

    private static readonly Refusal _fault = new(RefusalCodes.RoundStepFailed, "The server could not do it.");
    private static readonly Refusal _short = new(RefusalCodes.TreasuryInsufficient, "The treasury is short.");

    [Property(MaxTest = 2000)]
    public void A_round_keeps_its_step_its_lane_and_its_money_in_any_history(byte start, (byte Move, byte Minutes)[] history)
    {
        var (rows, state) = RoundRows.At(_starts[start % _starts.Length]);
        var now = rows.Now;
        var slices = new RoundSlices(rows);
        foreach (var (move, minutes) in history)
        {
            now += TimeSpan.FromMinutes(minutes * 7);
            var next = (move % 24) switch
            {
                7 when minutes > 8 => state,
                < 10 => Told(rows, state, move % 24, now),
                10 => Go(state, state.Work?.LaneNumber + 1 ?? 1),
                11 => state.Step == RoundStep.None ? state : RoundDecisions.Fail(
                    state, RoundDecisions.WorkOf(state, now), _fault, now, Place).Next!,
                12 => RoundDecisions.Wake(state).Next ?? state,
                13 => Refused(state, now),
                14 => TakenUp(state, now),
                _ => Onward(rows, slices, state, now),
            };
            AssertFollows(state, next);
            state = next;
        }

        AssertComesToAnEnd(slices, state, now);
    }

    /// <summary>What brings the round nearer to its end: most moves do, so that histories come to the stages that pay.</summary>
    private static RoundState Onward(RoundRows rows, RoundSlices slices, RoundState state, DateTimeOffset now) => state switch
    {
        { Work.State: RoundStepState.AwaitsMoney } => Go(state, state.Work.LaneNumber + 1),
        { Work.State: RoundStepState.Failing or RoundStepState.Refused } => RoundDecisions.Wake(state).Next!,
        { Step: not RoundStep.None } => slices.Next(state, now),
        { Phase: RoundPhase.Scheduled } => Told(rows, state, 0, now),
        { Phase: RoundPhase.Open } => Told(rows, state, 2, now),
        { Phase: RoundPhase.Closed or RoundPhase.Scoring } when state.ScoredDay < RoundRows.Settings.Scoring.Days =>
            Told(rows, state, 3, now),
        _ => Told(rows, state, 6, now),
    };

    private static RoundState Told(RoundRows rows, RoundState state, int command, DateTimeOffset now)
    {
        Func<RoundState, Decision<RoundState, RoundView>> decide = command switch
        {
            0 => known => RoundDecisions.Start(known, now),
            1 => known => RoundDecisions.BeginClosing(known, early: false, now),
            2 => known => RoundDecisions.BeginClosing(known, early: true, now),
            3 => known => Scored(rows, known, state.ScoredDay + 1, early: true, now),
            4 => known => Scored(rows, known, state.ScoredDay + 1, early: false, now),
            5 => known => Scored(rows, known, 1, early: false, now),
            6 => known => RoundDecisions.BeginResolving(known, now),
            7 => known => RoundDecisions.BeginCancelling(known, "why", now),
            8 => known => RoundDecisions.Abort(known, "why", isSealed: now.Minute % 2 == 0, now),
            _ => RoundDecisions.Wake,
        };
        var decision = decide(state);
        var next = decision.Next ?? state;
        var repeated = decide(next);
        Assert.True(repeated.Next is null && repeated.Events.IsEmpty, $"{command} in {state.Phase}/{state.Step} was done twice.");
        Assert.True(decision.Outcome.Accepted || decision.Next is null, "It was refused and done.");
        if (command == 8 && state.Settlement is { Reserved: true })
        {
            Assert.False(decision.Outcome.Accepted, $"{state.Step} was given up, though some may be paid.");
        }

        return next;
    }

    private static Decision<RoundState, RoundView> Scored(RoundRows rows, RoundState state, int day, bool early, DateTimeOffset now) =>
        RoundDecisions.BeginScoring(
            state, new PublishTarget(day, rows.TargetFile(day), early), new StoredTarget(rows.Object($"day-{day}"), Marked: false), now);

    private static RoundState Go(RoundState state, long number)
    {
        var next = RoundDecisions.Go(state, state.Work?.Started ?? RoundRows.Opens, number).Next ?? state;
        Assert.Null(RoundDecisions.Go(next, state.Work?.Started ?? RoundRows.Opens, number).Next);
        return next;
    }

    /// <summary>Only who asks the treasury is told no.</summary>
    private static RoundState Refused(RoundState state, DateTimeOffset now) =>
        state is { Work: { Stage: RoundStage.Reserve, State: RoundStepState.Running } work, Settlement.Reserved: false }
            ? RoundDecisions.Refuse(state, work, _short, now, Place).Next!
            : state;

    /// <summary>As when an earlier version wrote the row, which noted no cursor.</summary>
    private static RoundState TakenUp(RoundState state, DateTimeOffset now)
    {
        if (state.Work is null or { Stage: RoundStage.Publish })
        {
            return state;
        }

        var older = state with { Work = null };
        return RoundDecisions.Moved(older, RoundDecisions.WorkOf(older, now), now, Place).Next!;
    }

    private static void AssertFollows(RoundState before, RoundState after)
    {
        Assert.Equal(after.Step == RoundStep.None, after.Work is null);
        Assert.False(after.Work is { Lane: true } lane && !lane.Stage.MovesMoney(), "The lane is held by who moves no money.");
        Assert.False(
            after.Work is { Lane: true, State: RoundStepState.AwaitsMoney or RoundStepState.Refused }, "It waits for what it has.");
        Assert.False(
            after.Work is { Lane: false, State: RoundStepState.Running } running && running.Stage.MovesMoney(), "It moves money unasked.");
        Assert.True(Rank(after) >= Rank(before) || (before.Step, after.Step) == (RoundStep.Closing, RoundStep.None), "It went back.");
        Assert.True(after.ScoredDay >= before.ScoredDay && after.Targets.Count - after.ScoreTables.Count is 0 or 1);
        Assert.True(
            after.Targets.Count == after.ScoreTables.Count || after.Step == RoundStep.Scoring || after.Phase == RoundPhase.Cancelled,
            "A day was begun, and its step is lost.");
        if (before.Settlement is { } settlement)
        {
            Assert.Equal(settlement.Entries, after.Settlement?.Entries);
            Assert.True(after.Settlement!.Participants >= settlement.Participants && (after.Settlement.Reserved || !settlement.Reserved));
            Assert.NotEqual(RoundPhase.Cancelled, after.Phase);
        }

        if (after.Settlement is { Reserved: true } && after.Phase != RoundPhase.Resolved)
        {
            Assert.Equal(RoundStep.Settling, after.Step);
        }
    }

    private static int Rank(RoundState state) => (int)state.Phase;

    /// <summary>Given the lane and time, whatever is under way ends, and a round that is over stays so and holds no lane.</summary>
    private static void AssertComesToAnEnd(RoundSlices slices, RoundState state, DateTimeOffset now)
    {
        var phase = state.Phase;
        for (var turns = 0; state.Step != RoundStep.None; turns++)
        {
            Assert.True(turns < 50, $"{state.Step} does not end.");
            state = RoundDecisions.Wake(state).Next ?? state;
            state = Go(state, state.Work!.LaneNumber + 1);
            var next = slices.Next(state, now);
            AssertFollows(state, next);
            state = next;
        }

        Assert.Null(state.Work);
        Assert.True(state.Phase == phase || (phase, state.Phase) == (RoundPhase.Scoring, RoundPhase.Resolved));
    }
}

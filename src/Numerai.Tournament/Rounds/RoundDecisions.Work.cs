using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Commitments;

namespace Numerai.Tournament.Rounds;

/// <content>How a step goes from slice to slice.</content>
internal static partial class RoundDecisions
{
    private const int LongestError = 300;
    private const int MostDoublings = 6;
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    /// <summary>The step that a row is in the middle of, also one that an earlier version wrote.</summary>
    public static RoundWork WorkOf(RoundState state, DateTimeOffset now) => state.Work ?? state.Step switch
    {
        RoundStep.CarryingOver => Begin("carry_over", RoundStage.Queue, now, now),
        RoundStep.Closing when state.Manifest is null => Begin("close", RoundStage.Seal, Earlier(state.Calendar.Closes, now), now),
        RoundStep.Closing => Begin("close", AfterFreezing(state), Earlier(state.Calendar.Closes, now), now),
        RoundStep.Scoring => Begin($"score/{state.Targets.Keys.Last()}", FirstOfScoring(state), now, now),
        RoundStep.Settling => Resolving(state, now),
        RoundStep.Cancelling => Begin("cancel", RoundStage.Seal, now, now),
        _ => throw new InvalidOperationException($"Round {state.Id} has nothing under way."),
    };

    /// <summary>One slice is done.</summary>
    public static Decision<RoundState, RoundView> Moved(RoundState state, RoundWork next, DateTimeOffset now, string place) =>
        Changed(state with { Work = Ready(Went(next, now, place)) });

    /// <summary>A stage is done and the next one begins.</summary>
    public static RoundState Enter(RoundState state, RoundWork work, RoundStage stage, DateTimeOffset now, string place, int total = 0) =>
        state with
        {
            Work = Ready(Went(work, now, place) with
            {
                Stage = stage,
                Entered = now,
                Done = 0,
                Total = total,
                Lane = work.Lane && stage.MovesMoney(),
            }),
        };

    /// <summary>The schedule gives the lane to a step; to another one than the round is in, it does nothing.</summary>
    public static Decision<RoundState, RoundView> Go(RoundState state, DateTimeOffset started, long number) =>
        state.Work is { State: RoundStepState.AwaitsMoney } work && work.Started == started && work.LaneNumber < number
            ? Changed(state with { Work = work with { State = RoundStepState.Running, Lane = true, LaneNumber = number } })
            : Unchanged(state);

    public static Decision<RoundState, RoundView> Fail(
        RoundState state, RoundWork work, Refusal error, DateTimeOffset now, string place)
    {
        var attempts = work.Attempts + 1;
        var doubled = _firstWait * (1 << Math.Min(attempts - 1, MostDoublings));
        var wait = doubled < _longestWait ? doubled : _longestWait;
        return Changed(state with
        {
            Work = work with
            {
                State = RoundStepState.Failing, Attempts = attempts, LastError = Cut(error), NextAttempt = now + wait, Place = place,
            },
        });
    }

    /// <summary>
    /// It was told no before anything was done, so others may move money meanwhile. The schedule's tick asks again, or whoever retries.
    /// </summary>
    public static Decision<RoundState, RoundView> Refuse(
        RoundState state, RoundWork work, Refusal refusal, DateTimeOffset now, string place) =>
        Changed(state with
        {
            Work = work with
            {
                State = RoundStepState.Refused,
                Lane = false,
                Moved = now,
                Attempts = 0,
                LastError = Cut(refusal),
                NextAttempt = null,
                Place = place,
            },
        });

    /// <summary>Tries again now what failed or was refused.</summary>
    public static Decision<RoundState, RoundView> Wake(RoundState state) =>
        state.Work is { State: RoundStepState.Failing or RoundStepState.Refused } work
            ? Changed(state with { Work = Ready(work with { NextAttempt = null }) })
            : Unchanged(state);

    /// <summary>All is done and published.</summary>
    public static Decision<RoundState, RoundView> EndStep(RoundState state) =>
        Changed(state with { Step = RoundStep.None, Work = null }, Stepped(state, RoundStepPoint.Done));

    /// <summary>What another command meets while a step is under way.</summary>
    public static Refusal AtWork(RoundState state)
    {
        var share = state.Work is { Total: > 0 } work ? $" ({work.Done} of {work.Total})" : string.Empty;
        var orElse = MayBeCancelled(state) ? ", or cancel the round" : string.Empty;
        return new Refusal(
            RefusalCodes.RoundAtWork,
            $"Round {state.Id} is {RoundProjection.Working(state.Step)}{share}; ask again when that is done{orElse}.");
    }

    /// <summary>A step has begun; what the round binds itself to by that is said first.</summary>
    private static Decision<RoundState, RoundView> Begun(
        RoundState next, DateTimeOffset now, ImmutableArray<CommittedDocument> documents, params TournamentEvent[] events) =>
        Committed(next, now, documents, [.. events, Stepped(next, RoundStepPoint.Begun)]);

    private static RoundStepped Stepped(RoundState state, RoundStepPoint point, string? reason = null) =>
        new(state.Id, state.Step, RoundProjection.Day(state), point, reason);

    private static RoundWork Begin(string command, RoundStage stage, DateTimeOffset due, DateTimeOffset now) =>
        Ready(new RoundWork(command, stage, now, due) { Entered = now, Moved = now });

    /// <summary>Running, or waiting for the lane where the stage moves money and the step does not have it.</summary>
    private static RoundWork Ready(RoundWork work) =>
        work with { State = work.Stage.MovesMoney() && !work.Lane ? RoundStepState.AwaitsMoney : RoundStepState.Running };

    private static RoundWork Resolving(RoundState state, DateTimeOffset now) => Begin(
        "resolve", state.Settlement is null ? RoundStage.Entries : RoundStage.Reserve, Earlier(state.Calendar.Resolves, now), now);

    private static RoundWork Went(RoundWork work, DateTimeOffset now, string place) =>
        work with { State = RoundStepState.Running, Moved = now, Attempts = 0, LastError = null, NextAttempt = null, Place = place };

    /// <summary>What follows the frozen manifest: the meta models that the round has.</summary>
    public static RoundStage AfterFreezing(RoundState state) =>
        state.AtRisk.IsZero ? RoundStage.NaiveMetaModel : RoundStage.MetaModel;

    private static RoundStage FirstOfScoring(RoundState state) =>
        state.AtRisk.IsZero || state.Basis?.Portfolio.Neutralizers is null ? AfterPortfolio(state) : RoundStage.Portfolio;

    public static RoundStage AfterPortfolio(RoundState state) =>
        state.Settings.Scoring.PairwiseCorrelations ? RoundStage.Compare : RoundStage.Scores;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Refusal Cut(Refusal refusal) =>
        refusal.Message.Length <= LongestError ? refusal : refusal with { Message = refusal.Message[..LongestError] };
}

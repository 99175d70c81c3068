using Numerai.Contracts;

namespace Numerai.Tournament.Rounds;

/// <summary>Turns stored state into what callers see.</summary>
internal static class RoundProjection
{
    public static RoundView View(RoundState state) =>
        new(
            state.Id,
            state.Phase,
            state.Calendar,
            state.Settings,
            state.LiveDataset,
            state.BenchmarkDataset,
            state.Universe,
            state.Manifest,
            state.Submissions,
            state.AtRisk,
            state.PayoutFactor,
            state.MetaModel,
            state.ScoredDay,
            state.ScoreTables,
            state.Settlement?.MerkleRoot,
            state.Settlement?.Entries,
            state.Settlement?.Paid ?? Nmr.Zero,
            state.Settlement?.Burned ?? Nmr.Zero,
            state.Resolved,
            state.CancelReason,
            Working(state.Step),
            state.Basis,
            state.NaiveMetaModel)
        {
            Step = Step(state),
        };

    /// <summary>What a step is called; null for none.</summary>
    public static string? Working(RoundStep step) => step switch
    {
        RoundStep.CarryingOver => "carrying queued submissions over",
        RoundStep.Closing => "closing",
        RoundStep.Scoring => "scoring",
        RoundStep.Settling => "settling",
        RoundStep.Cancelling => "cancelling",
        _ => null,
    };

    /// <summary>The day that is being scored; null in other steps.</summary>
    public static int? Day(RoundState state) => state.Step == RoundStep.Scoring ? state.Targets.Keys.Last() : null;

    /// <summary>How the step under way stands; null without one, and in rows that an earlier version wrote until it is taken up.</summary>
    public static RoundStepView? Step(RoundState state) => state is { Step: not RoundStep.None, Work: { } work }
        ? new RoundStepView(state.Id, state.Step, work.State, work.Stage, work.Started, work.Due, work.Entered, work.Moved)
        {
            Day = Day(state),
            Done = work.Done,
            Total = work.Total,
            Attempts = work.Attempts,
            LastError = work.LastError,
            NextAttempt = work.NextAttempt,
            Place = work.Place,
            HoldsLane = work.Lane,
            LaneNumber = work.LaneNumber,
        }
        : null;
}

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
            state.Settlement?.Paid ?? Money.Nmr.Zero,
            state.Settlement?.Burned ?? Money.Nmr.Zero,
            state.Resolved,
            state.CancelReason,
            state.Step switch
            {
                RoundStep.CarryingOver => "carrying queued submissions over",
                RoundStep.Closing => "closing",
                RoundStep.Scoring => "scoring",
                RoundStep.Settling => "settling",
                RoundStep.Cancelling => "cancelling",
                _ => null,
            },
            state.Basis,
            state.NaiveMetaModel);
}

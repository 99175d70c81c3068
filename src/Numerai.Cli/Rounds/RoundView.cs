using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

internal static class RoundView
{
    public static DetailView<Round> Detail { get; } = new DetailView<Round>()
        .Field("round", round => round.Id.ToString())
        .Field(
            "phase", round => round.Phase.ToString().ToLowerInvariant() + (round.Working is { } working ? $" ({working})" : string.Empty))
        .Field("opens", round => Format.Time(round.Opens))
        .Field("closes", round => Format.Time(round.Closes))
        .Field("first score", round => Format.Time(round.FirstScore))
        .Field("resolves", round => Format.Time(round.Resolved ?? round.Resolves))
        .Field("universe", round => round.Universe?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Field("live data", round => round.LiveDataset)
        .Field("benchmark", round => round.BenchmarkDataset)
        .Field("submissions", round => round.PayoutFactor is null ? null : Format.Number(round.Submissions))
        .Field("at risk", round => round.PayoutFactor is null ? null : $"{round.AtRisk} NMR")
        .Field("payout factor", round => round.PayoutFactor is null ? null : Format.Factor(round.PayoutFactor))
        .Field("scored", round => $"day {round.ScoredDay} of {round.ScoringDays}")
        .Field("paid", round => round.Phase == RoundPhase.Resolved ? $"{round.Paid} NMR" : null)
        .Field("burned", round => round.Phase == RoundPhase.Resolved ? $"{round.Burned} NMR" : null)
        .Field("merkle root", round => round.MerkleRoot)
        .Field("cancelled", round => round.CancelReason);

    public static TableView<RoundSummary> Table { get; } = new TableView<RoundSummary>("There are no rounds yet.")
        .Text("round", round => round.Id.ToString())
        .Text("phase", round => round.Phase.ToString().ToLowerInvariant())
        .Text("opens", round => Format.Time(round.Opens))
        .Text("closes", round => Format.Time(round.Closes))
        .Text("resolves", round => Format.Time(round.Resolves))
        .Number("submissions", round => Format.Number(round.Submissions))
        .Number("at risk", round => round.AtRisk.ToString())
        .Number("factor", round => Format.Factor(round.PayoutFactor))
        .Number("day", round => Format.Number(round.ScoredDay))
        .Number("paid", round => round.Paid.ToString())
        .Number("burned", round => round.Burned.ToString());
}

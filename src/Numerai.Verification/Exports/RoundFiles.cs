using System.Collections.Immutable;
using Numerai.Tournament.Ledger.Commitments;

namespace Numerai.Verification.Exports;

/// <summary>Which committed documents of a settled round are in an export, and under which names.</summary>
public static class RoundFiles
{
    /// <summary>One settlement leaf a line, in the order of the tree; the Merkle root over them is committed.</summary>
    public const string Leaves = "leaves.txt";

    /// <summary>What every export holds, kind of commitment to file name: all that payouts follow from.</summary>
    public static ImmutableSortedDictionary<string, string> Documents { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CommitmentKinds.Universe] = "universe.txt",
        [CommitmentKinds.Settings] = "settings.json",
        [CommitmentKinds.Submissions] = "submissions.json",
        [CommitmentKinds.MetaModel] = "meta-model.f64",
        [CommitmentKinds.Target] = "target.f64",
        [CommitmentKinds.Scores] = "scores.json",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What an export holds when asked for inputs: all else that scores are computed from.</summary>
    public static ImmutableSortedDictionary<string, string> Inputs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CommitmentKinds.LiveData] = "live.parquet",
        [CommitmentKinds.BenchmarkPredictions] = "benchmark-predictions.parquet",
        [CommitmentKinds.BenchmarkMetaModel] = "benchmark-meta-model.f64",
        [CommitmentKinds.Neutralizers] = "neutralizers.f64",
        [CommitmentKinds.SampleWeights] = "sample-weights.f64",
        [CommitmentKinds.NaiveMetaModel] = "naive-meta-model.f64",
        [CommitmentKinds.Portfolio] = "portfolio.f64",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A document's file in its round's folder, or null when no export holds documents of that kind.</summary>
    public static string? NameOf(string kind) => Documents.GetValueOrDefault(kind) ?? Inputs.GetValueOrDefault(kind);

    /// <summary>
    /// The commitments of one round whose documents an export holds: of targets, portfolios and scores, the last day's, which pays.
    /// </summary>
    /// <param name="round">The round's links.</param>
    /// <param name="inputs">With <see cref="Inputs"/>.</param>
    public static IEnumerable<CommitmentLine> In(IReadOnlyList<CommitmentLine> round, bool inputs) =>
        round.Any(link => link.Kind == CommitmentKinds.SettlementRoot)
            ? round.Where(link => Documents.ContainsKey(link.Kind) || (inputs && Inputs.ContainsKey(link.Kind)))
                .GroupBy(link => link.Kind, StringComparer.Ordinal).Select(kind => kind.Last())
            : [];
}

using System.Collections.Immutable;
using Numerai.Tournament.Commitments;

namespace Numerai.Verification.Exports;

/// <summary>Which committed documents of a settled round are in an export, and under which names.</summary>
public static class RoundFiles
{
    /// <summary>One settlement leaf a line, in the order of the tree; the Merkle root over them is committed.</summary>
    public const string Leaves = "leaves.txt";

    /// <summary>Kind of commitment to file name.</summary>
    public static ImmutableSortedDictionary<string, string> Documents { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CommitmentKinds.Universe] = "universe.txt",
        [CommitmentKinds.Settings] = "settings.json",
        [CommitmentKinds.Submissions] = "submissions.json",
        [CommitmentKinds.MetaModel] = "meta-model.f64",
        [CommitmentKinds.Target] = "target.f64",
        [CommitmentKinds.Scores] = "scores.json",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The commitments of one round whose documents an export holds: of targets and scores, the last day's, which pays.</summary>
    public static IEnumerable<CommitmentLine> In(IReadOnlyList<CommitmentLine> round) =>
        round.Any(link => link.Kind == CommitmentKinds.SettlementRoot)
            ? round.Where(link => Documents.ContainsKey(link.Kind)).GroupBy(link => link.Kind, StringComparer.Ordinal).Select(kind => kind.Last())
            : [];
}

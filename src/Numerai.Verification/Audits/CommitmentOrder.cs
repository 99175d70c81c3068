using Numerai.Tournament.Ledger.Commitments;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>In which order a round commits: what could be chosen to fit comes before what it could be fitted to.</summary>
internal static class CommitmentOrder
{
    private static readonly string[] _ranks =
    [
        CommitmentKinds.Universe,
        CommitmentKinds.LiveData,
        CommitmentKinds.Settings,
        CommitmentKinds.BenchmarkPredictions,
        CommitmentKinds.BenchmarkMetaModel,
        CommitmentKinds.Neutralizers,
        CommitmentKinds.SampleWeights,
        CommitmentKinds.IdMap,
        CommitmentKinds.Submissions,
        CommitmentKinds.MetaModel,
        CommitmentKinds.NaiveMetaModel,
        CommitmentKinds.Target,
        CommitmentKinds.Portfolio,
        CommitmentKinds.Scores,
        CommitmentKinds.Settlement,
        CommitmentKinds.SettlementRoot,
        CommitmentKinds.Resolved,
        CommitmentKinds.Cancelled,
    ];

    /// <summary>Why a link may not follow those before it, or null. Kinds that this version does not know may stand anywhere.</summary>
    public static string? Broken(IReadOnlyList<CommitmentLine> before, CommitmentLine next)
    {
        if (before.Any(link => link.Kind == next.Kind && link.Day == next.Day))
        {
            return $"the round has committed to {Describe(next)} before";
        }

        if (IsDaily(next.Kind))
        {
            var day = next.Day ?? 0;
            var days = before.Count(link => link.Kind == next.Kind);
            days = next.Kind == CommitmentKinds.Portfolio ? before.Count(link => link.Kind == CommitmentKinds.Target) - 1 : days;
            if (day != days + 1
                || (next.Kind != CommitmentKinds.Target && !before.Any(link => link.Kind == CommitmentKinds.Target && link.Day == day)))
            {
                return $"{Describe(next)} comes after {days} days of its kind, or before its target";
            }
        }

        var later = before.FirstOrDefault(
            link => Rank(link.Kind) > Rank(next.Kind) && !(Rank(next.Kind) >= 0 && IsDaily(link.Kind) && IsDaily(next.Kind)));
        return later is null || Rank(next.Kind) < 0 ? null : $"{Describe(next)} comes after {Describe(later)}";
    }

    public static string Describe(CommitmentLine link) => link.Day is { } day ? $"{link.Kind} of day {day}" : link.Kind;

    private static bool IsDaily(string kind) => kind is CommitmentKinds.Target or CommitmentKinds.Portfolio or CommitmentKinds.Scores;

    private static int Rank(string kind) => Array.IndexOf(_ranks, kind);
}

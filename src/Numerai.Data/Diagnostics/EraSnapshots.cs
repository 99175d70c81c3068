using Numerai.Data.Submissions;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.Metrics;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Diagnostics;

/// <summary>What churn and turnover compare of an era's predictions, by security: ranks, and their norm15 centered and normalized, since
/// eras have no neutralizers.</summary>
internal static class EraSnapshots
{
    private const int FewestSecurities = 2;

    /// <returns>Null when almost no security is known.</returns>
    public static SubmissionSnapshot? Of(double[] predictions, IReadOnlyList<string?> securities)
    {
        int[] known = [.. Enumerable.Range(0, predictions.Length).Where(row => securities[row] is not null)
            .DistinctBy(row => securities[row]).OrderBy(row => securities[row], StringComparer.Ordinal)];
        if (known.Length < FewestSecurities)
        {
            return null;
        }

        string[] ids = [.. known.Select(row => securities[row]!)];
        double[] ranks = new double[known.Length];
        Ranks.TieKept([.. known.Select(row => predictions[row])], ranks);
        var codes = new ushort[known.Length];
        RankCodes.TieKept(ranks, codes, new RankWorkspace());
        var weights = new double[known.Length];
        new RankTables(known.Length).GaussianizeAndPower(codes, weights);
        NeutralizedWeights.CenterAndNormalize(weights, weights);
        return new SubmissionSnapshot(IndexedFrame.Series(ids, ranks), IndexedFrame.Series(ids, weights));
    }
}

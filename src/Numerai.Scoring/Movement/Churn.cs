using System.Runtime.CompilerServices;

namespace Numerai.Scoring.Movement;

/// <summary>How much a submission's order of the rows changed since an earlier one.</summary>
public static class Churn
{
    /// <summary>
    /// <c>1 - Spearman</c> of two submissions given as rank codes over the same rows, computed in whole numbers up to the last division.
    /// </summary>
    /// <param name="now">Rank codes of n rows.</param>
    /// <param name="then">Rank codes of the same rows in the same order; for a changed universe see
    /// <see cref="Ranking.RankCodes.Subset"/>.</param>
    /// <returns>0 (same order) to 2 (opposite order); NaN when one of them is constant or there are no rows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double OfCodes(ReadOnlySpan<ushort> now, ReadOnlySpan<ushort> then)
    {
        if (now.Length != then.Length)
        {
            throw new ArgumentException($"The submissions have {now.Length} and {then.Length} rows; both must be equal.");
        }

        // The mean code is n whatever the ties, so deviations are whole numbers below 2^15 and the sums fit 64 bits.
        int mean = now.Length;
        long product = 0;
        long nowSquares = 0;
        long thenSquares = 0;
        for (int row = 0; row < now.Length; row++)
        {
            int x = now[row] - mean;
            int y = then[row] - mean;
            product += x * y;
            nowSquares += x * x;
            thenSquares += y * y;
        }

        return 1 - (product / (Math.Sqrt(nowSquares) * Math.Sqrt(thenSquares)));
    }

    /// <summary><c>1 - Spearman</c> of two submissions over the same rows. Source: numerai-tools, <c>churn</c>.</summary>
    /// <returns>0 to 2; NaN when one of them is constant, holds a NaN, or there are no rows.</returns>
    public static double OfValues(ReadOnlySpan<double> now, ReadOnlySpan<double> then) => 1 - Spearman(now, then);

    /// <summary>Pearson's correlation of tie-kept ranks. NaN when a column is constant, holds a NaN, or there are no rows.</summary>
    public static double Spearman(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (Statistics.Moments.FirstNaN(left) >= 0 || Statistics.Moments.FirstNaN(right) >= 0)
        {
            return double.NaN;
        }

        double[] leftRanks = new double[left.Length];
        double[] rightRanks = new double[right.Length];
        Ranking.Ranks.TieKept(left, leftRanks);
        Ranking.Ranks.TieKept(right, rightRanks);
        return Statistics.Correlation.Pearson(leftRanks, rightRanks);
    }

    /// <summary>
    /// One minus the mean share of ids that stay among the k highest and among the k lowest. Ids are neither matched nor sorted: ties at
    /// the cut go by the order of the rows as given, and the divisor stays k even when there are fewer rows.
    /// </summary>
    /// <param name="nowIds">Ids of the rows now.</param>
    /// <param name="now">Predictions now, no NaN.</param>
    /// <param name="thenIds">Ids of the rows then.</param>
    /// <param name="then">Predictions then, no NaN.</param>
    /// <param name="count">k, at least 1.</param>
    public static double OfEnds(
        IReadOnlyList<string> nowIds, ReadOnlySpan<double> now, IReadOnlyList<string> thenIds, ReadOnlySpan<double> then, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (int[] nowBottom, int[] nowTop) = Metrics.TopBottom.Rows(now, count);
        (int[] thenBottom, int[] thenTop) = Metrics.TopBottom.Rows(then, count);
        double bottom = Shared(nowIds, nowBottom, thenIds, thenBottom) / (double)count;
        double top = Shared(nowIds, nowTop, thenIds, thenTop) / (double)count;
        return 1 - ((bottom + top) / 2);
    }

    private static int Shared(IReadOnlyList<string> leftIds, int[] left, IReadOnlyList<string> rightIds, int[] right) =>
        left.Select(row => leftIds[row]).Intersect(right.Select(row => rightIds[row]), StringComparer.Ordinal).Count();
}

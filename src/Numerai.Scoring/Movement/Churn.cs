namespace Numerai.Scoring.Movement;

/// <summary>How much a submission's order of the rows changed since an earlier one.</summary>
public static class Churn
{
    /// <summary>
    /// <c>1 - Spearman</c> of two submissions given as rank codes over the same rows, computed in whole numbers up to the last division.
    /// </summary>
    /// <param name="now">Rank codes of n rows.</param>
    /// <param name="then">Rank codes of the same rows in the same order; for a changed universe see <see cref="Ranking.RankCodes.Subset"/>.</param>
    /// <returns>0 (same order) to 2 (opposite order); NaN when one of them is constant or there are no rows.</returns>
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
}

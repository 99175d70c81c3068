namespace Numerai.Scoring.Movement;

/// <summary>How much of a portfolio had to be traded.</summary>
public static class Turnover
{
    /// <summary>
    /// Half the sum of absolute differences of two sets of weights over the same rows. For centered weights whose absolute values sum to
    /// one it lies in 0 (unchanged) to 1 (reversed). NaN when a weight is NaN, 0 without rows. Source: numerai-tools, <c>turnover</c>.
    /// </summary>
    public static double Between(ReadOnlySpan<double> now, ReadOnlySpan<double> then)
    {
        if (now.Length != then.Length)
        {
            throw new ArgumentException($"The weights have {now.Length} and {then.Length} rows; both must be equal.");
        }

        double sum = 0;
        for (int row = 0; row < now.Length; row++)
        {
            sum += Math.Abs(now[row] - then[row]);
        }

        return sum / 2;
    }
}

namespace Numerai.Scoring.Statistics;

/// <summary>Small steps the scores are made of, each on one column.</summary>
public static class ColumnScaling
{
    /// <summary>
    /// Divides by the population standard deviation (divisor n) of the values that are not NaN, without centering. NaN stays NaN; a
    /// deviation of 0 gives infinities, and NaN for 0. Source: numerai-tools, <c>variance_normalize</c>. The two spans may be the same.
    /// </summary>
    public static void VarianceNormalize(ReadOnlySpan<double> values, Span<double> destination)
    {
        double[] present = WithoutNaN(values);
        double deviation = Moments.IsConstant(present) ? 0 : Moments.PopulationDeviation(present);
        for (int row = 0; row < values.Length; row++)
        {
            destination[row] = values[row] / deviation;
        }
    }

    /// <summary>
    /// Takes out of a column its part along another: <c>v - u (u.v) / (u.u)</c>. Nothing is centered; u = 0 gives NaN.
    /// Source: numerai-tools, <c>orthogonalize</c>. The destination may be <paramref name="values"/>.
    /// </summary>
    public static void Orthogonalize(ReadOnlySpan<double> values, ReadOnlySpan<double> direction, Span<double> destination)
    {
        double share = FixedLanes.Dot(direction, values) / FixedLanes.Dot(direction, direction);
        for (int row = 0; row < values.Length; row++)
        {
            destination[row] = double.FusedMultiplyAdd(-share, direction[row], values[row]);
        }
    }

    /// <summary>
    /// Mean over population standard deviation of the values that are not NaN. Deviation 0 gives an infinity, or NaN when the mean is 0
    /// too; no value gives NaN. Source: numerai-tools, <c>sharpe_ratio</c>.
    /// </summary>
    public static double SharpeRatio(ReadOnlySpan<double> scores)
    {
        double[] present = WithoutNaN(scores);
        double mean = present.Length > 0 && Moments.IsConstant(present) ? present[0] : Moments.Mean(present);
        return mean / (Moments.IsConstant(present) && present.Length > 0 ? 0 : Moments.PopulationDeviation(present));
    }

    internal static double[] WithoutNaN(ReadOnlySpan<double> values)
    {
        double[] present = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                present[count++] = value;
            }
        }

        return present[..count];
    }
}

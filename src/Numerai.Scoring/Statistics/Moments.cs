using System.Runtime.CompilerServices;

namespace Numerai.Scoring.Statistics;

/// <summary>
/// Means, deviations and simple questions about one column. Deviations are taken around the mean, never by a one-pass formula.
/// </summary>
public static class Moments
{
    /// <summary>The mean; NaN when the column is empty or holds a NaN.</summary>
    public static double Mean(ReadOnlySpan<double> values) => FixedLanes.Sum(values) / values.Length;

    /// <summary>The population standard deviation (divisor n); NaN when the column is empty or holds a NaN, 0 for one row.</summary>
    public static double PopulationDeviation(ReadOnlySpan<double> values) => Math.Sqrt(SquaredDeviations(values) / values.Length);

    /// <summary>The sample standard deviation (divisor n - 1); NaN for fewer than two rows.</summary>
    public static double SampleDeviation(ReadOnlySpan<double> values) =>
        values.Length < 2 ? double.NaN : Math.Sqrt(SquaredDeviations(values) / (values.Length - 1));

    /// <summary>Subtracts the mean: <c>destination = values - mean</c>. The two spans may be the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Center(ReadOnlySpan<double> values, Span<double> destination)
    {
        double mean = Mean(values);
        for (int row = 0; row < values.Length; row++)
        {
            destination[row] = values[row] - mean;
        }
    }

    /// <summary>The first row that is NaN, or -1.</summary>
    public static int FirstNaN(ReadOnlySpan<double> values) =>
        System.Numerics.Tensors.TensorPrimitives.IsNaNAny(values) ? Find(values) : -1;

    /// <summary>Whether all values are equal, so that the deviation is exactly zero. An empty column is constant.</summary>
    public static bool IsConstant(ReadOnlySpan<double> values) => values.IsEmpty || !values.ContainsAnyExcept(values[0]);

    private static int Find(ReadOnlySpan<double> values)
    {
        int row = 0;
        while (!double.IsNaN(values[row]))
        {
            row++;
        }

        return row;
    }

    private static double SquaredDeviations(ReadOnlySpan<double> values)
    {
        // The second sum takes out what the rounding of the mean left behind; it matters for columns far from zero.
        double mean = Mean(values);
        double squares = 0;
        double remainder = 0;
        foreach (double value in values)
        {
            double deviation = value - mean;
            squares = double.FusedMultiplyAdd(deviation, deviation, squares);
            remainder += deviation;
        }

        return Math.Max(squares - (remainder * remainder / values.Length), 0);
    }
}

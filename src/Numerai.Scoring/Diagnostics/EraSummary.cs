using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Diagnostics;

/// <summary>How a score behaved over eras. Eras whose score is NaN do not count.</summary>
/// <param name="Eras">The number of eras that count.</param>
/// <param name="Mean">Mean of the scores.</param>
/// <param name="Deviation">Population standard deviation (divisor n).</param>
/// <param name="Sharpe">Mean over deviation; infinite when the deviation is 0 and the mean is not.</param>
/// <param name="Sortino">Mean over the root mean square of the negative scores (zero for the others); infinite without a negative
/// one.</param>
/// <param name="MaximumDrawdown">
/// The largest loss from a peak of the value that starts at 1 and grows by each era's score, as a share of the peak: 0 (never below a peak)
/// to 1.
/// </param>
/// <param name="Autocorrelation">Pearson's correlation of each era with the next; NaN for fewer than three eras.</param>
/// <param name="SharePositive">Share of eras with a score above 0.</param>
public sealed record EraSummary(
    int Eras,
    double Mean,
    double Deviation,
    double Sharpe,
    double Sortino,
    double MaximumDrawdown,
    double Autocorrelation,
    double SharePositive)
{
    /// <summary>Summarizes the scores of eras in their order. Without any, everything but the count is NaN.</summary>
    public static EraSummary Of(ReadOnlySpan<double> scores)
    {
        double[] present = ColumnScaling.WithoutNaN(scores);
        if (present.Length == 0)
        {
            return new EraSummary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        double mean = Moments.Mean(present);
        return new EraSummary(
            present.Length,
            mean,
            Moments.PopulationDeviation(present),
            ColumnScaling.SharpeRatio(present),
            mean / DownsideDeviation(present),
            LargestDrawdown(present),
            present.Length < 3 ? double.NaN : Correlation.Pearson(present.AsSpan(1), present.AsSpan(0, present.Length - 1)),
            (double)present.Count(score => score > 0) / present.Length);
    }

    private static double DownsideDeviation(ReadOnlySpan<double> scores)
    {
        double squares = 0;
        foreach (double score in scores)
        {
            squares += score < 0 ? score * score : 0;
        }

        return Math.Sqrt(squares / scores.Length);
    }

    private static double LargestDrawdown(ReadOnlySpan<double> scores)
    {
        double value = 1;
        double peak = 1;
        double largest = 0;
        foreach (double score in scores)
        {
            value *= 1 + score;
            peak = Math.Max(peak, value);
            largest = Math.Max(largest, (peak - value) / peak);
        }

        return largest;
    }
}

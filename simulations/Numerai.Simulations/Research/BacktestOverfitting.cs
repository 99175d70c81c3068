using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Numerai.Simulations.Research;

/// <summary>
/// How far the best of several backtests can be believed. Formulas: Bailey and Lopez de Prado, "The Deflated Sharpe Ratio" (2014); Bailey,
/// Borwein, Lopez de Prado and Zhu, "The Probability of Backtest Overfitting" (2015).
/// </summary>
public static class BacktestOverfitting
{
    private const int Blocks = 12;

    /// <summary>
    /// Probability that a series' Sharpe is above what the best of as many trials without skill would show.
    /// </summary>
    /// <param name="series">Scores of the chosen trial by era.</param>
    /// <param name="trials">Sharpe of every trial, the chosen one among them.</param>
    /// <param name="overlap">Eras that one independent observation is worth, such as 4 for weekly eras with 20-day targets.</param>
    /// <returns>0..1; NaN for fewer than 2 trials or 8 independent observations.</returns>
    public static double DeflatedSharpe(double[] series, IReadOnlyList<double> trials, double overlap)
    {
        var known = series.Where(value => !double.IsNaN(value)).ToArray();
        var observations = known.Length / overlap;
        if (trials.Count < 2 || observations < 8)
        {
            return double.NaN;
        }

        var sharpe = known.Mean() / known.PopulationStandardDeviation();
        var skewness = known.PopulationSkewness();
        var excessKurtosis = known.PopulationKurtosis();
        const double gamma = Constants.EulerMascheroni;
        var best = trials.StandardDeviation() *
            (((1 - gamma) * Quantile(1 - (1.0 / trials.Count))) + (gamma * Quantile(1 - (1 / (trials.Count * Math.E)))));
        var scale = Math.Sqrt(1 - (skewness * sharpe) + ((excessKurtosis + 2) / 4 * sharpe * sharpe));
        return Normal.CDF(0, 1, (sharpe - best) * Math.Sqrt(observations - 1) / scale);
    }

    /// <summary>
    /// Probability of backtest overfitting: of all ways to split twelve blocks of eras in two halves, the share in which the trial that is
    /// best in one half is below the median in the other.
    /// </summary>
    /// <param name="trials">Scores by trial and era.</param>
    /// <returns>0..1; NaN for fewer than 2 trials or 24 eras.</returns>
    public static double Probability(IReadOnlyList<double[]> trials)
    {
        if (trials.Count < 2 || trials[0].Length < 2 * Blocks)
        {
            return double.NaN;
        }

        var sums = trials.Select(trial => BlockSums(trial, trials[0].Length / Blocks)).ToList();
        var below = 0;
        var splits = 0;
        foreach (var split in Enumerable.Range(0, 1 << Blocks).Where(split => int.PopCount(split) == Blocks / 2))
        {
            var inside = sums.ConvertAll(trial => Sharpe(trial, split));
            var outside = sums.ConvertAll(trial => Sharpe(trial, ~split));
            var best = inside.IndexOf(inside.Max());
            var rank = outside.Count(sharpe => sharpe < outside[best]) + (0.5 * outside.Count(sharpe => sharpe == outside[best]));
            below += rank < trials.Count / 2.0 ? 1 : 0;
            splits++;
        }

        return (double)below / splits;
    }

    private static (int Count, double Sum, double Squares)[] BlockSums(double[] trial, int size) =>
    [
        .. Enumerable.Range(0, Blocks).Select(block => trial.Skip(block * size).Take(size).Where(value => !double.IsNaN(value)).ToArray())
            .Select(values => (values.Length, values.Sum(), values.Sum(value => value * value))),
    ];

    /// <summary>Mean over deviation of the blocks whose bit is set.</summary>
    private static double Sharpe((int Count, double Sum, double Squares)[] blocks, int split)
    {
        double count = 0, sum = 0, squares = 0;
        for (var block = 0; block < Blocks; block++)
        {
            if (((split >> block) & 1) == 1)
            {
                count += blocks[block].Count;
                sum += blocks[block].Sum;
                squares += blocks[block].Squares;
            }
        }

        var mean = sum / count;
        var variance = (squares / count) - (mean * mean);
        return count > 0 && variance > 0 ? mean / Math.Sqrt(variance) : double.NegativeInfinity;
    }

    private static double Quantile(double share) => Normal.InvCDF(0, 1, share);
}

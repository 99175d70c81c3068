using Numerai.Scoring.Statistics;

namespace Numerai.Simulations.Markets;

/// <summary>What a Signals era has beyond its tickers and features. Every array is aligned to the era's ids.</summary>
public sealed record SignalsBasis
{
    /// <summary>Other kinds of id by their column, such as <c>ticker</c>.</summary>
    public required SortedDictionary<string, string[]> Aliases { get; init; }

    /// <summary>How much of each security can be held, mean 1.</summary>
    public required double[] SampleWeights { get; init; }

    /// <summary>Columns that portfolios are neutral to, orthonormal under the sample weights.</summary>
    public required IReadOnlyList<double[]> Neutralizers { get; init; }

    /// <summary>All targets after so many trading days of returns, in the order of <see cref="IMarket.TargetNames"/>.</summary>
    public required Func<int, float[][]> TargetsAfter { get; init; }

    /// <summary>Values less what the neutralizers explain of them under the sample weights.</summary>
    public static double[] Residual(double[] values, IReadOnlyList<double[]> neutralizers, double[] sampleWeights)
    {
        var weighted = values.Select((value, row) => value * sampleWeights[row]).ToArray();
        var residual = (double[])values.Clone();
        foreach (var column in neutralizers)
        {
            FixedLanes.AddScaled(column, -FixedLanes.Dot(column, weighted), residual);
        }

        return residual;
    }
}

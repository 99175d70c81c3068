using Numerai.Data.Features;

namespace Numerai.Simulations.Agents;

/// <summary>What is published of a Signals universe when its round opens.</summary>
/// <param name="Era">Era number.</param>
/// <param name="Tickers">One a row, ordinal.</param>
/// <param name="Features">What anybody can work out from public data at that time.</param>
/// <param name="Neutralizers">Columns that portfolios are neutral to, orthonormal under the sample weights.</param>
/// <param name="SampleWeights">How much of each security can be held.</param>
public sealed record LiveWeek(
    int Era, string[] Tickers, FeatureBlock Features, IReadOnlyList<double[]> Neutralizers, double[] SampleWeights);

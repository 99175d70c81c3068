using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Diagnostics;

/// <summary>How much predictions lean on single features, as Pearson's correlations with them. Constant features do not count.</summary>
/// <param name="Maximum">The largest absolute correlation; NaN when there is none.</param>
/// <param name="Mean">The mean absolute correlation; NaN when there is none.</param>
/// <param name="Column">The feature with the largest, the first one in a tie; -1 when there is none.</param>
public sealed record FeatureExposure(double Maximum, double Mean, int Column)
{
    /// <summary>Measures the exposure of predictions, as they are, to every feature.</summary>
    /// <param name="predictions">n numbers.</param>
    /// <param name="features">Features, n rows.</param>
    public static FeatureExposure Of(ReadOnlySpan<double> predictions, ColumnMatrix features) => Of(Each(predictions, features));

    /// <summary>Sums up the exposures to single features.</summary>
    public static FeatureExposure Of(ReadOnlySpan<double> exposures)
    {
        double largest = double.NaN;
        double sum = 0;
        int counted = 0;
        int best = -1;
        for (int index = 0; index < exposures.Length; index++)
        {
            if (double.IsNaN(exposures[index]))
            {
                continue;
            }

            sum += exposures[index];
            counted++;
            if (!(exposures[index] <= largest))
            {
                (largest, best) = (exposures[index], index);
            }
        }

        return new FeatureExposure(largest, sum / counted, best);
    }

    /// <summary>The absolute correlation with each feature; NaN with a constant one.</summary>
    public static double[] Each(ReadOnlySpan<double> predictions, ColumnMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        double[] column = new double[features.Rows];
        double[] exposures = new double[features.Columns];
        for (int index = 0; index < exposures.Length; index++)
        {
            features.CopyColumn(index, column);
            exposures[index] = Math.Abs(Correlation.Pearson(predictions, column));
        }

        return exposures;
    }
}

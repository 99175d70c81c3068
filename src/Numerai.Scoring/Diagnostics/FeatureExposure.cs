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
    public static FeatureExposure Of(ReadOnlySpan<double> predictions, ColumnMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        double[] column = new double[features.Rows];
        double largest = double.NaN;
        double sum = 0;
        int counted = 0;
        int best = -1;
        for (int index = 0; index < features.Columns; index++)
        {
            features.CopyColumn(index, column);
            double exposure = Math.Abs(Correlation.Pearson(predictions, column));
            if (double.IsNaN(exposure))
            {
                continue;
            }

            sum += exposure;
            counted++;
            if (!(exposure <= largest))
            {
                (largest, best) = (exposure, index);
            }
        }

        return new FeatureExposure(largest, sum / counted, best);
    }
}

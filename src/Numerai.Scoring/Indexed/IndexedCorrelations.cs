using Numerai.Scoring.Metrics;
using Numerai.Scoring.Movement;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Indexed;

/// <summary>Correlation scores on frames, matched by id as numerai-tools' functions of the same names do.</summary>
public static class IndexedCorrelations
{
    /// <summary>
    /// <c>numerai_corr</c>, per column of predictions: centers the target by the mean of all its values, matches ids, then scores.
    /// </summary>
    /// <exception cref="ScoringException"><c>not_enough_overlap_s1</c> (the target), <c>_s2</c> (the predictions),
    /// <c>assertion</c>.</exception>
    public static double[] NumeraiCorr(
        IndexedFrame predictions, IndexedFrame target, double lostShare = IndexAlignment.DefaultLostShare, int topBottom = 0,
        bool targetPower = true)
    {
        ArgumentNullException.ThrowIfNull(target);
        (IndexedFrame centered, IndexedFrame matched) = IndexAlignment.FilterSort(Center(target), predictions, lostShare);
        IndexedFrame normalized = IndexedTransforms.Power(IndexedTransforms.Gaussian(IndexedTransforms.TieKeptRank(matched)), 1.5);
        IndexedFrame powered = targetPower ? IndexedTransforms.Power(centered, 1.5) : centered;
        return [.. normalized.Values.Select(column => Pearson(powered.Only, column, topBottom))];
    }

    /// <summary><c>pearson_correlation</c>: the ids must be the same, sorted, and without missing values unless only the ends are asked
    /// for, where rows without a target drop out after the picking.</summary>
    /// <exception cref="ScoringException"><c>assertion</c>.</exception>
    public static double PearsonCorrelation(IndexedFrame target, IndexedFrame predictions, int topBottom = 0)
    {
        RequireComparable(target, predictions, allowMissingTarget: topBottom > 0);
        return Pearson(target.Only, predictions.Only, topBottom);
    }

    /// <summary><c>spearman_correlation</c>: Pearson's correlation of tie-kept ranks.</summary>
    /// <exception cref="ScoringException"><c>assertion</c>.</exception>
    public static double SpearmanCorrelation(IndexedFrame target, IndexedFrame predictions)
    {
        RequireComparable(target, predictions, allowMissingTarget: false);
        return Churn.Spearman(target.Only, predictions.Only);
    }

    /// <summary>
    /// <c>max_feature_correlation</c>: the feature with the largest absolute correlation; the first one wins a tie, constant ones are
    /// passed over.
    /// </summary>
    /// <exception cref="ScoringException"><c>assertion</c>, or <c>key_error</c> when no feature has a correlation.</exception>
    public static (string Feature, double Correlation) MaxFeatureCorrelation(
        IndexedFrame predictions, IndexedFrame features, int topBottom = 0)
    {
        ArgumentNullException.ThrowIfNull(features);
        RequireComparable(features, predictions, allowMissingTarget: topBottom > 0);
        int best = -1;
        double largest = double.NaN;
        for (int index = 0; index < features.Columns.Length; index++)
        {
            double correlation = Math.Abs(Pearson(features.Values[index], predictions.Only, topBottom));
            if (!double.IsNaN(correlation) && !(correlation <= largest))
            {
                (best, largest) = (index, correlation);
            }
        }

        return best >= 0
            ? (features.Columns[best], largest)
            : throw new ScoringException(
                ScoringErrorCodes.KeyError, "No feature has a correlation: the predictions or all features are constant.");
    }

    /// <summary>
    /// <c>feature_neutral_corr</c>: rank, gaussianize, neutralize to the features, normalize the variance, then <see cref="NumeraiCorr"/>.
    /// </summary>
    /// <exception cref="ScoringException">Those of the steps: <c>unsorted_index</c>, <c>contains_nans</c>, <c>indices_mismatch</c>,
    /// overlap.</exception>
    public static double[] FeatureNeutralCorr(IndexedFrame predictions, IndexedFrame features, IndexedFrame target, int topBottom = 0)
    {
        IndexedFrame gaussian = IndexedTransforms.Gaussian(IndexedTransforms.TieKeptRank(predictions));
        IndexedFrame neutral = IndexedTransforms.VarianceNormalize(IndexedTransforms.Neutralize(gaussian, features));
        return NumeraiCorr(neutral, target, topBottom: topBottom);
    }

    internal static IndexedFrame Center(IndexedFrame frame) => frame.Map(column =>
    {
        double mean = Moments.Mean(ColumnScaling.WithoutNaN(column));
        return [.. column.Select(value => value - mean)];
    });

    private static double Pearson(double[] target, double[] predictions, int topBottom)
    {
        if (topBottom == 0)
        {
            return Correlation.Pearson(target, predictions);
        }

        int[] rows = [.. TopBottom.BothEnds(predictions, topBottom).Where(row => !double.IsNaN(target[row]))];
        return Correlation.Pearson(TopBottom.Take(target, rows), TopBottom.Take(predictions, rows));
    }

    private static void RequireComparable(IndexedFrame target, IndexedFrame predictions, bool allowMissingTarget)
    {
        IndexAlignment.RequireSameIds(target, predictions, ScoringErrorCodes.Assertion);
        IndexAlignment.RequireSorted(target, ScoringErrorCodes.Assertion);
        IndexAlignment.RequireNumbers(predictions, "The predictions", ScoringErrorCodes.Assertion);
        if (!allowMissingTarget)
        {
            IndexAlignment.RequireNumbers(target, "The target", ScoringErrorCodes.Assertion);
        }
    }
}

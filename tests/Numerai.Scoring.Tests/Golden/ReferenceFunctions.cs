using Numerai.Scoring.Indexed;
using Numerai.Scoring.Movement;
using Numerai.Scoring.Ranking;
namespace Numerai.Scoring.Tests.Golden;

/// <summary>
/// Functions of numerai-tools that no round calls by these names: what they are made of is production's, how it is put together is here,
/// for the golden vectors.
/// </summary>
internal static class ReferenceFunctions
{
    /// <summary><c>pearson_correlation</c>: the ids must be the same, sorted, and without missing values unless only the ends are asked
    /// for, where rows without a target drop out after the picking.</summary>
    /// <exception cref="ScoringException"><c>assertion</c>.</exception>
    public static double PearsonCorrelation(IndexedFrame target, IndexedFrame predictions, int topBottom = 0)
    {
        RequireComparable(target, predictions, allowMissingTarget: topBottom > 0);
        return IndexedCorrelations.Pearson(target.Only, predictions.Only, topBottom);
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
            double correlation = Math.Abs(IndexedCorrelations.Pearson(features.Values[index], predictions.Only, topBottom));
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
    /// <c>feature_neutral_corr</c>: rank, gaussianize, neutralize to the features, normalize the variance, then <c>numerai_corr</c>.
    /// </summary>
    /// <exception cref="ScoringException">Those of the steps: <c>unsorted_index</c>, <c>contains_nans</c>, <c>indices_mismatch</c>,
    /// overlap.</exception>
    public static double[] FeatureNeutralCorr(IndexedFrame predictions, IndexedFrame features, IndexedFrame target, int topBottom = 0)
    {
        IndexedFrame gaussian = IndexedTransforms.Gaussian(IndexedTransforms.TieKeptRank(predictions));
        IndexedFrame neutral = IndexedTransforms.VarianceNormalize(IndexedTransforms.Neutralize(gaussian, features));
        return IndexedCorrelations.NumeraiCorr(neutral, target, topBottom: topBottom);
    }

    /// <summary>
    /// <c>stake_weight</c>: the average of the predictions of the models that have a stake, weighted by it. A missing prediction counts 0
    /// but keeps its stake in the divisor; a missing stake counts 0 in both; no stake at all gives NaN. Nothing is ranked.
    /// </summary>
    /// <param name="predictions">One column per model.</param>
    /// <param name="models">The models that have a stake.</param>
    /// <param name="stakes">Their stakes.</param>
    /// <exception cref="ScoringException"><c>key_error</c> when a model has no predictions.</exception>
    public static IndexedFrame StakeWeight(IndexedFrame predictions, IReadOnlyList<string> models, ReadOnlySpan<double> stakes)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        double[] sum = new double[predictions.Rows];
        double total = 0;
        double[][] columns = IndexedContributions.Columns(predictions, models);
        for (int model = 0; model < columns.Length; model++)
        {
            double stake = double.IsNaN(stakes[model]) ? 0 : stakes[model];
            total += stake;
            for (int row = 0; row < sum.Length; row++)
            {
                double product = columns[model][row] * stake;
                sum[row] += double.IsNaN(product) ? 0 : product;
            }
        }

        return IndexedFrame.Series(predictions.Ids, [.. sum.Select(value => total == 0 ? double.NaN : value / total)]);
    }

    /// <summary><c>tie_broken_rank</c>: ties go by the order of the ids.</summary>
    /// <exception cref="ScoringException"><c>unsorted_index</c>.</exception>
    public static IndexedFrame TieBrokenRank(IndexedFrame frame)
    {
        IndexAlignment.RequireSorted(frame);
        return frame.Map(column => IndexedTransforms.Written(column, Ranks.TieBroken));
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

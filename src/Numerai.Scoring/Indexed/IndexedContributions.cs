using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Metrics;

namespace Numerai.Scoring.Indexed;

/// <summary>Contribution scores and weights on frames, matched by id as numerai-tools' functions of the same names do.</summary>
public static class IndexedContributions
{
    private const double StakeSumTolerance = 1e-8;

    /// <summary>
    /// <c>correlation_contribution</c>, per column of predictions. Ids are matched pairwise: meta model with predictions, targets with
    /// predictions, targets with meta model, each against what the one before left, so 64 % of the rows can be enough.
    /// </summary>
    /// <exception cref="ScoringException"><c>not_enough_overlap_s1</c> or <c>_s2</c> of one of these pairs.</exception>
    public static double[] CorrelationContribution(IndexedFrame predictions, IndexedFrame metaModel, IndexedFrame target, int topBottom = 0)
    {
        (IndexedFrame meta, IndexedFrame own) = IndexAlignment.FilterSort(metaModel, predictions);
        (IndexedFrame matched, own) = IndexAlignment.FilterSort(target, own);
        (matched, meta) = IndexAlignment.FilterSort(matched, meta);
        return [.. own.Values.Select(column => Metrics.CorrelationContribution.Score(column, meta.Only, matched.Only, topBottom))];
    }

    /// <summary>
    /// <c>generate_neutralized_weights</c>: norm15 of all predictions given, then ids of predictions, neutralizers and weights are matched,
    /// each keeping 80 %.
    /// </summary>
    /// <exception cref="ScoringException"><c>contains_nans</c>, <c>unsorted_index</c> or <c>not_enough_overlap_inputs</c>.</exception>
    public static IndexedFrame GenerateNeutralizedWeights(
        IndexedFrame predictions, IndexedFrame neutralizers, IndexedFrame sampleWeights, bool centerAndNormalize = false)
    {
        IndexAlignment.RequireNumbers(predictions, "The predictions");
        IndexAlignment.RequireNumbers(neutralizers, "The neutralizers");
        IndexAlignment.RequireNumbers(sampleWeights, "The sample weights");
        IndexedFrame normalized = IndexedTransforms.Power(IndexedTransforms.Gaussian(IndexedTransforms.TieKeptRank(predictions)), 1.5);
        IndexedFrame[] matched = IndexAlignment.FilterSortMany([normalized, neutralizers, sampleWeights]);
        ColumnMatrix matrix = IndexedTransforms.ToMatrix(matched[1]);
        return matched[0].Map(column =>
        {
            double[] weights = new double[column.Length];
            NeutralizedWeights.Compute(column, matrix, matched[2].Only, weights);
            if (centerAndNormalize)
            {
                NeutralizedWeights.CenterAndNormalize(weights, weights);
            }

            return weights;
        });
    }

    /// <summary><c>alpha</c>, per column of predictions; the target is centered before ids are matched.</summary>
    /// <exception cref="ScoringException">Those of the steps, and <c>not_aligned</c> when neutralizers or weights lack a row.</exception>
    public static double[] Alpha(IndexedFrame predictions, IndexedFrame neutralizers, IndexedFrame sampleWeights, IndexedFrame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        (IndexedFrame own, IndexedFrame centered) = IndexAlignment.FilterSort(predictions, IndexedCorrelations.Center(target));
        IndexedFrame weights = GenerateNeutralizedWeights(own, neutralizers, sampleWeights);
        RequireAligned(weights, centered);
        return [.. weights.Values.Select(column => NeutralizedWeights.Alpha(column, centered.Only))];
    }

    /// <summary>
    /// <c>meta_portfolio_contribution</c>, per model that has a stake, in the order of the stakes; the target is centered after ids are
    /// matched.
    /// </summary>
    /// <exception cref="ScoringException">Those of the steps, <c>key_error</c> for a model without predictions, <c>stakes_sum</c> when a
    /// stake is negative or none is positive.</exception>
    public static double[] MetaPortfolioContribution(
        IndexedFrame predictions,
        IReadOnlyList<string> models,
        ReadOnlySpan<double> stakes,
        IndexedFrame neutralizers,
        IndexedFrame sampleWeights,
        IndexedFrame target)
    {
        (IndexedFrame own, IndexedFrame matched) = IndexAlignment.FilterSort(predictions, target);
        double[] shares = Shares(stakes);
        IndexedFrame staked = own with { Columns = [.. models], Values = Columns(own, models) };
        IndexedFrame weights = GenerateNeutralizedWeights(staked, neutralizers, sampleWeights);
        RequireAligned(weights, matched);
        double[] contributions = new double[models.Count];
        NeutralizedWeights.MetaPortfolioContribution(weights.Values, shares, matched.Only, contributions);
        return contributions;
    }

    private static double[] Shares(ReadOnlySpan<double> stakes)
    {
        double[] shares = [.. stakes.ToArray().Select(stake => double.IsNaN(stake) ? 0 : stake)];
        double total = shares.Sum(Math.Abs);
        shares = [.. shares.Select(stake => stake / total)];
        return Math.Abs(shares.Sum() - 1) <= StakeSumTolerance
            ? shares
            : throw new ScoringException(
                ScoringErrorCodes.StakesSum, "The stakes over their total must sum to 1: none may be negative and one must be positive.");
    }

    internal static double[][] Columns(IndexedFrame frame, IReadOnlyList<string> names) => [.. names.Select(name =>
    {
        int index = Array.IndexOf(frame.Columns, name);
        return index >= 0
            ? frame.Values[index]
            : throw new ScoringException(ScoringErrorCodes.KeyError, $"Model '{name}' has a stake but no predictions.");
    })];

    private static void RequireAligned(IndexedFrame weights, IndexedFrame target)
    {
        if (weights.Rows != target.Rows)
        {
            throw new ScoringException(
                ScoringErrorCodes.NotAligned,
                $"Neutralizers and sample weights cover {weights.Rows} of the {target.Rows} rows that have a prediction and a target; "
                    + "they must cover all.");
        }
    }
}

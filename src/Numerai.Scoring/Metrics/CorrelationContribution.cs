using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Metrics;

/// <summary>
/// MMC (and BMC): what a submission adds to the meta model (or to the benchmark models). Source: numerai-tools,
/// <c>correlation_contribution</c>.
/// </summary>
public static class CorrelationContribution
{
    private const double BinnedTargetScale = 4;

    /// <summary>
    /// Scores one submission.
    /// 1. Rank with ties kept and gaussianize the predictions, and likewise the meta model.
    /// 2. Take out of the predictions their part along the meta model.
    /// 3. Multiply a target that lies in 0..1 by 4, center it, and average its product with the rest of the predictions.
    /// </summary>
    /// <param name="predictions">n numbers, no NaN.</param>
    /// <param name="metaModel">n numbers, no NaN; ranked here.</param>
    /// <param name="target">n numbers, no NaN.</param>
    /// <param name="topBottom">0 for all rows, else that many of the lowest and of the highest of what is left of the predictions; the
    /// target keeps the mean of all rows.</param>
    /// <returns>Not a correlation: 0 for a constant target or submission, NaN for a constant meta model.</returns>
    public static double Score(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> metaModel, ReadOnlySpan<double> target, int topBottom = 0)
    {
        double[] own = new double[predictions.Length];
        double[] common = new double[predictions.Length];
        Normalization.RankAndGaussianize(predictions, own);
        Normalization.RankAndGaussianize(metaModel, common);
        ColumnScaling.Orthogonalize(own, common, own);
        double[] centered = CenterTarget(target);
        if (topBottom == 0)
        {
            return FixedLanes.Dot(own, centered) / own.Length;
        }

        int[] rows = TopBottom.BothEnds(own, topBottom);
        return FixedLanes.Dot(TopBottom.Take(own, rows), TopBottom.Take(centered, rows)) / rows.Length;
    }

    private static double[] CenterTarget(ReadOnlySpan<double> target)
    {
        bool binned = true;
        foreach (double value in target)
        {
            binned &= value is >= 0 and <= 1;
        }

        double[] centered = target.ToArray();
        foreach (ref double value in centered.AsSpan())
        {
            value *= binned ? BinnedTargetScale : 1;
        }

        Moments.Center(centered, centered);
        return centered;
    }
}

using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Metrics;

/// <summary>
/// CORR: how well a submission orders the rows, with the tails weighted up. Source: numerai-tools, <c>numerai_corr</c>.
/// </summary>
public static class NumeraiCorr
{
    /// <summary>
    /// Scores one submission.
    /// 1. Rank the predictions with ties kept, gaussianize, take the power 1.5.
    /// 2. Take the centered target to the power 1.5, unless told not to.
    /// 3. Pearson's correlation of the two, over all rows or over the lowest and highest predictions.
    /// </summary>
    /// <param name="predictions">n numbers, no NaN.</param>
    /// <param name="centeredTarget">n target values less the mean of all of them (of those without a prediction too).</param>
    /// <param name="targetPower">Whether the target takes the power 1.5; raw returns do not.</param>
    /// <param name="topBottom">0 for all rows, else that many of the lowest and of the highest predictions.</param>
    /// <returns>-1..1; NaN when the predictions or the target are constant.</returns>
    /// <exception cref="ScoringException"><c>assertion</c> when <paramref name="topBottom"/> asks for more rows than there are.</exception>
    public static double Score(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> centeredTarget, bool targetPower = true, int topBottom = 0)
    {
        double[] normalized = new double[predictions.Length];
        Normalization.Norm15(predictions, normalized);
        double[] target = centeredTarget.ToArray();
        if (targetPower)
        {
            SignedPower.Apply(target, 1.5, target);
        }

        if (topBottom == 0)
        {
            return Correlation.Pearson(normalized, target);
        }

        int[] rows = TopBottom.BothEnds(normalized, topBottom);
        return Correlation.Pearson(TopBottom.Take(normalized, rows), TopBottom.Take(target, rows));
    }
}

using Numerai.Scoring.Metrics;
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

    internal static IndexedFrame Center(IndexedFrame frame) => frame.Map(column =>
    {
        double mean = Moments.Mean(ColumnScaling.WithoutNaN(column));
        return [.. column.Select(value => value - mean)];
    });

    internal static double Pearson(double[] target, double[] predictions, int topBottom)
    {
        if (topBottom == 0)
        {
            return Correlation.Pearson(target, predictions);
        }

        int[] rows = [.. TopBottom.BothEnds(predictions, topBottom).Where(row => !double.IsNaN(target[row]))];
        return Correlation.Pearson(TopBottom.Take(target, rows), TopBottom.Take(predictions, rows));
    }
}

using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Indexed;

/// <summary>Churn and turnover on frames, matched by id as numerai-tools' functions of the same names do.</summary>
public static class IndexedMovement
{
    /// <summary><c>churn</c>: one minus Spearman's correlation over matched ids, or over the ends when asked for.</summary>
    /// <exception cref="ScoringException"><c>not_enough_overlap_s1</c> or <c>_s2</c>; <c>zero_std_s1</c> or <c>_s2</c> when one is
    /// constant.</exception>
    public static double Churn(IndexedFrame now, IndexedFrame then, int topBottom = 0)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(then);
        if (topBottom > 0)
        {
            return Movement.Churn.OfEnds(now.Ids, now.Only, then.Ids, then.Only, topBottom);
        }

        (IndexedFrame first, IndexedFrame second) = IndexAlignment.FilterSort(now, then);
        RequireVariation(first, ScoringErrorCodes.ZeroDeviationFirst, "now");
        RequireVariation(second, ScoringErrorCodes.ZeroDeviationSecond, "then");
        return Movement.Churn.OfValues(first.Only, second.Only);
    }

    /// <summary><c>turnover</c>: half the sum of absolute differences over matched ids.</summary>
    /// <exception cref="ScoringException"><c>not_enough_overlap_s1</c> or <c>_s2</c>, <c>zero_division</c>.</exception>
    public static double Turnover(IndexedFrame now, IndexedFrame then)
    {
        (IndexedFrame first, IndexedFrame second) = IndexAlignment.FilterSort(now, then);
        return Movement.Turnover.Between(first.Only, second.Only);
    }

    private static void RequireVariation(IndexedFrame frame, string code, string when)
    {
        if (frame.Rows > 1 && Moments.IsConstant(frame.Only))
        {
            throw new ScoringException(
                code, $"The submission {when} has the same value in all {frame.Rows} shared rows; churn needs values that differ.");
        }
    }
}

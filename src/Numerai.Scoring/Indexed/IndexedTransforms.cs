using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Indexed;

/// <summary>The steps of the scores on frames, with the refusals of numerai-tools' functions of the same names.</summary>
public static class IndexedTransforms
{
    private const double LeastCorrelationAfterPower = 0.9;

    /// <summary><c>tie_kept_rank</c>: <c>(mean rank - 0.5) / n</c> per column; NaN stays NaN.</summary>
    /// <exception cref="ScoringException"><c>unsorted_index</c>.</exception>
    public static IndexedFrame TieKeptRank(IndexedFrame frame)
    {
        IndexAlignment.RequireSorted(frame);
        return frame.Map(column => Written(column, Ranks.TieKept));
    }

    /// <summary><c>gaussian</c>: the normal quantile of every value.</summary>
    /// <exception cref="ScoringException"><c>assertion</c> when the ids are not sorted.</exception>
    public static IndexedFrame Gaussian(IndexedFrame frame)
    {
        IndexAlignment.RequireSorted(frame, ScoringErrorCodes.Assertion);
        return frame.Map(column => Written(column, NormalQuantile.Apply));
    }

    /// <summary>
    /// <c>power</c>: <c>sign(x) * |x|^exponent</c>. A column that varies must keep a correlation of 0.9 with itself, which refuses single
    /// rows and columns ruled by one extreme value.
    /// </summary>
    /// <exception cref="ScoringException"><c>contains_nans</c>, <c>unsorted_index</c> or <c>assertion</c>.</exception>
    public static IndexedFrame Power(IndexedFrame frame, double exponent)
    {
        IndexAlignment.RequireNumbers(frame, "The data");
        IndexAlignment.RequireSorted(frame);
        return frame.Map(column =>
        {
            double[] powered = new double[column.Length];
            SignedPower.Apply(column, exponent, powered);
            bool constant = column.Length > 1 && Moments.IsConstant(column);
            if (!constant && !(Correlation.Pearson(column, powered) >= LeastCorrelationAfterPower))
            {
                throw new ScoringException(
                    ScoringErrorCodes.Assertion,
                    $"Taking the power {exponent} leaves a column of {column.Length} rows too unlike itself (correlation below 0.9); "
                        + "check it for outliers.");
            }

            return powered;
        });
    }

    /// <summary><c>variance_normalize</c>: over the population standard deviation; the ids may be in any order.</summary>
    public static IndexedFrame VarianceNormalize(IndexedFrame frame) =>
        frame.Map(column => Written(column, ColumnScaling.VarianceNormalize));

    /// <summary>
    /// <c>neutralize</c>: less <paramref name="proportion"/> of the least-squares fit on the neutralizers and a constant. A constant column
    /// becomes NaN; the ids may be in any order, the same in both.
    /// </summary>
    /// <exception cref="ScoringException"><c>contains_nans</c> or <c>indices_mismatch</c>.</exception>
    public static IndexedFrame Neutralize(IndexedFrame frame, IndexedFrame neutralizers, double proportion = 1)
    {
        IndexAlignment.RequireNumbers(frame, "The data");
        IndexAlignment.RequireNumbers(neutralizers, "The neutralizers");
        IndexAlignment.RequireSameIds(frame, neutralizers);
        OrthonormalBasis basis = OrthonormalBasis.Of(ToMatrix(neutralizers), withConstant: true);
        return frame.Map(column =>
        {
            double[] neutral = [.. column];
            if (neutral.Length > 1 && Moments.IsConstant(neutral))
            {
                Array.Fill(neutral, double.NaN);
            }
            else
            {
                basis.Neutralize(neutral, proportion);
            }

            return neutral;
        });
    }

    internal static ColumnMatrix ToMatrix(IndexedFrame frame) =>
        new(frame.Rows, frame.Values.Length, frame.Values.SelectMany(column => column).ToArray());

    internal static double[] Written(double[] column, Action<ReadOnlySpan<double>, Span<double>> write)
    {
        double[] destination = new double[column.Length];
        write(column, destination);
        return destination;
    }
}

using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// The fast way to an orthonormal basis: center and scale the columns, factor their Gram matrix, and multiply by the inverse factor
/// (Cholesky QR), twice when the columns are correlated enough for one pass to leave more than rounding. It only answers when a bound
/// proves that no singular value comes near the cut, so that the basis spans all columns; everything else is left to
/// <see cref="GramSchmidt"/>.
/// </summary>
internal static class CholeskyBasis
{
    // A column that loses this much of its length to its mean is the constant again.
    private const double ConstantShare = 1e-13;
    internal const double SmallestPivot = 1e-9;

    /// <summary>The basis, or null when the matrix may hold directions near or below the cut.</summary>
    public static OrthonormalBasis? TryBuild(ColumnMatrix matrix, bool withConstant, double relativeCut, int threads)
    {
        if (matrix.Columns == 0 || matrix.Columns >= matrix.Rows)
        {
            return null;
        }

        (PanelMatrix values, ColumnScales scales) = Scale(matrix, withConstant);
        if (scales.Count == 0)
        {
            return null;
        }

        double[] factor = GramMatrix.Of(values, scales.Count, threads);
        if (!UpperTriangle.TryFactor(factor, scales.Count, SmallestPivot))
        {
            return null;
        }

        UpperTriangle.Invert(factor, scales.Count);
        if (!scales.AllClearlyAbove(factor, 10 * relativeCut))
        {
            return null;
        }

        values.MultiplyByTriangle(factor, scales.Count, threads);
        if (!scales.OnePassIsEnough(factor) && !TryPolish(values, scales.Count, threads))
        {
            return null;
        }

        if (withConstant)
        {
            double[] constant = new double[matrix.Rows];
            constant.AsSpan().Fill(1 / Math.Sqrt(matrix.Rows));
            values.SetColumn(scales.Count, constant);
        }

        return new OrthonormalBasis(values, scales.Count + (withConstant ? 1 : 0));
    }

    private static bool TryPolish(PanelMatrix columns, int count, int threads)
    {
        double[] factor = GramMatrix.Of(columns, count, threads);
        if (!UpperTriangle.TryFactor(factor, count, SmallestPivot))
        {
            return false;
        }

        UpperTriangle.Invert(factor, count);
        columns.MultiplyByTriangle(factor, count, threads);
        return true;
    }

    /// <summary>Centers the columns, scales them to unit length and leaves out the constant ones.</summary>
    private static (PanelMatrix Values, ColumnScales Scales) Scale(ColumnMatrix matrix, bool withConstant)
    {
        PanelMatrix values = new(matrix.Rows, matrix.Columns + (withConstant ? 1 : 0));
        ColumnScales scales = new(matrix.Rows, withConstant);
        double[] column = new double[matrix.Rows];
        for (int index = 0; index < matrix.Columns; index++)
        {
            matrix.CopyColumn(index, column);
            OrthonormalBasis.RequireFinite(column, index);
            double rawSquares = FixedLanes.Dot(column, column);
            scales.Weigh(rawSquares);
            double mean = 0;
            if (withConstant)
            {
                mean = Moments.Mean(column);
                Moments.Center(column, column);
            }

            double length = Math.Sqrt(FixedLanes.Dot(column, column));
            if (length > ConstantShare * Math.Sqrt(rawSquares))
            {
                System.Numerics.Tensors.TensorPrimitives.Divide(column, length, column);
                values.SetColumn(scales.Count, column);
                scales.Add(mean, length);
            }
        }

        return (values, scales);
    }
}

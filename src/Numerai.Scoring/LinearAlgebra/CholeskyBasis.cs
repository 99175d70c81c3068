using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// The fast way to an orthonormal basis: center and scale the columns, factor their Gram matrix, and multiply by the inverse factor (Cholesky QR),
/// twice when the columns are correlated enough for one pass to leave more than rounding. It only answers when a bound proves that no singular
/// value comes near the cut, so that the basis spans all columns; everything else is left to <see cref="GramSchmidt"/>.
/// </summary>
internal static class CholeskyBasis
{
    // A column that loses this much of its length to its mean is the constant again.
    private const double ConstantShare = 1e-13;
    private const double SmallestPivot = 1e-9;

    // The loss of orthogonality of one pass is about this machine's rounding times the square of the condition.
    private const double Rounding = 1.1e-16;
    private const double AllowedLoss = 1e-13;

    /// <summary>The basis, or null when the matrix may hold directions near or below the cut.</summary>
    public static OrthonormalBasis? TryBuild(ColumnMatrix matrix, bool withConstant, double relativeCut, int threads)
    {
        if (matrix.Columns == 0 || matrix.Columns >= matrix.Rows)
        {
            return null;
        }

        ScaledColumns columns = ScaledColumns.Of(matrix, withConstant, ConstantShare);
        if (columns.Count == 0)
        {
            return null;
        }

        double[] factor = GramMatrix.Of(columns.Values, columns.Count, threads);
        if (!UpperTriangle.TryFactor(factor, columns.Count, SmallestPivot))
        {
            return null;
        }

        UpperTriangle.Invert(factor, columns.Count);
        if (!columns.AllClearlyAbove(factor, 10 * relativeCut))
        {
            return null;
        }

        columns.Values.MultiplyByTriangle(factor, columns.Count, threads);
        double norm = UpperTriangle.SpectralNorm(factor, columns.Count);
        if (Rounding * norm * norm > AllowedLoss && !TryPolish(columns.Values, columns.Count, threads))
        {
            return null;
        }

        if (withConstant)
        {
            double[] constant = new double[matrix.Rows];
            constant.AsSpan().Fill(1 / Math.Sqrt(matrix.Rows));
            columns.Values.SetColumn(columns.Count, constant);
        }

        return new OrthonormalBasis(columns.Values, columns.Count + (withConstant ? 1 : 0));
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

    /// <summary>Columns of unit length, with what undoes the scaling kept for the bound on the singular values.</summary>
    private sealed class ScaledColumns
    {
        private readonly List<double> means = [];
        private readonly List<double> lengths = [];
        private readonly int constants;
        private double squares;

        private ScaledColumns(ColumnMatrix matrix, bool withConstant)
        {
            constants = withConstant ? 1 : 0;
            squares = constants * (double)matrix.Rows;
            Values = new PanelMatrix(matrix.Rows, matrix.Columns + constants);
        }

        public PanelMatrix Values { get; }

        public int Count => lengths.Count;

        public static ScaledColumns Of(ColumnMatrix matrix, bool withConstant, double constantShare)
        {
            ScaledColumns scaled = new(matrix, withConstant);
            double[] column = new double[matrix.Rows];
            for (int index = 0; index < matrix.Columns; index++)
            {
                matrix.CopyColumn(index, column);
                OrthonormalBasis.RequireFinite(column, index);
                scaled.Add(column, constantShare);
            }

            return scaled;
        }

        /// <summary>
        /// Whether the smallest singular value of the original columns, the constant among them, is provably above the share of the largest. With
        /// the scaled columns A = QR, lengths D and means m, the originals with the constant are an orthonormal matrix times
        /// <c>[[sqrt n, sqrt n m'], [0, R D]]</c>; the norm of that one's inverse bounds the smallest, the norm of the originals the largest.
        /// </summary>
        public bool AllClearlyAbove(double[] inverse, double share)
        {
            int size = Count;
            double inverseSquares = constants / (double)Values.Rows;
            double[] meanPart = new double[size];
            double[] row = new double[size];
            for (int index = 0; index < size; index++)
            {
                System.Numerics.Tensors.TensorPrimitives.Divide(inverse.AsSpan(index * size, size), lengths[index], row);
                inverseSquares += FixedLanes.Dot(row, row);
                FixedLanes.AddScaled(row, means[index], meanPart);
            }

            inverseSquares += constants * FixedLanes.Dot(meanPart, meanPart);
            return 1 / Math.Sqrt(inverseSquares * squares) > share;
        }

        private void Add(double[] column, double constantShare)
        {
            double rawSquares = FixedLanes.Dot(column, column);
            squares += rawSquares;
            double mean = 0;
            if (constants == 1)
            {
                mean = Moments.Mean(column);
                Moments.Center(column, column);
            }

            double length = Math.Sqrt(FixedLanes.Dot(column, column));
            if (length <= constantShare * Math.Sqrt(rawSquares))
            {
                return;
            }

            System.Numerics.Tensors.TensorPrimitives.Divide(column, length, column);
            Values.SetColumn(Count, column);
            means.Add(mean);
            lengths.Add(length);
        }
    }
}

using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Orthonormal columns that span the columns of a matrix, less the directions that are too weak to count: those whose singular value
/// is at most <see cref="RelativeCut"/> times the largest, the cut of the reference's least squares.
/// Subtracting a vector's projection on the basis leaves its least-squares residual. Immutable; one serves a whole round.
/// </summary>
public sealed class OrthonormalBasis
{
    /// <summary>Singular values up to this share of the largest are dropped.</summary>
    public const double RelativeCut = 1e-6;

    private readonly double[] columns;

    internal OrthonormalBasis(int rows, int rank, double[] columns)
    {
        Rows = rows;
        Rank = rank;
        this.columns = columns;
    }

    /// <summary>The number of rows n.</summary>
    public int Rows { get; }

    /// <summary>The number of directions kept, at most min(n, columns).</summary>
    public int Rank { get; }

    /// <summary>Finds the basis of a matrix, optionally with a column of ones appended as least squares with an intercept wants.</summary>
    /// <exception cref="ScoringException"><c>contains_nans</c> when the matrix holds a value that is not finite.</exception>
    public static OrthonormalBasis Of(ColumnMatrix matrix, bool withConstant)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        GramSchmidt factor = new(matrix.Rows, matrix.Columns + (withConstant ? 1 : 0));
        double[] column = new double[matrix.Rows];
        for (int index = 0; index < matrix.Columns; index++)
        {
            matrix.CopyColumn(index, column);
            RequireFinite(column, index);
            factor.Append(column);
        }

        if (withConstant)
        {
            column.AsSpan().Fill(1);
            factor.Append(column);
        }

        return factor.ToBasis(RelativeCut);
    }

    /// <summary>One direction, a unit vector of <see cref="Rows"/> values.</summary>
    public ReadOnlySpan<double> Direction(int index) => columns.AsSpan(index * Rows, Rows);

    /// <summary>Replaces a column by what is left after taking out <paramref name="proportion"/> of its projection on the basis.</summary>
    /// <param name="values">n values.</param>
    /// <param name="proportion">1 leaves the least-squares residual, 0 changes nothing.</param>
    public void Neutralize(Span<double> values, double proportion = 1)
    {
        double[] loadings = new double[Rank];
        for (int index = 0; index < Rank; index++)
        {
            loadings[index] = FixedLanes.Dot(Direction(index), values);
        }

        for (int index = 0; index < Rank; index++)
        {
            FixedLanes.AddScaled(Direction(index), -proportion * loadings[index], values);
        }
    }

    private static void RequireFinite(ReadOnlySpan<double> column, int index)
    {
        if (System.Numerics.Tensors.TensorPrimitives.IsFiniteAll(column))
        {
            return;
        }

        throw new ScoringException(
            ScoringErrorCodes.ContainsNaNs,
            $"Column {index} of the neutralizers holds a value that is not a finite number; fill missing values before neutralizing.");
    }
}

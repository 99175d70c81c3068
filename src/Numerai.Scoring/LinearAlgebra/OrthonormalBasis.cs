namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Orthonormal columns that span the columns of a matrix, less the directions that are too weak to count: those whose singular value
/// is at most <see cref="RelativeCut"/> times the largest, the cut of the reference's least squares.
/// Subtracting a vector's projection on the basis leaves its least-squares residual. Immutable; one serves a whole round.
/// </summary>
public sealed class OrthonormalBasis : IColumnProjection
{
    /// <summary>Singular values up to this share of the largest are dropped.</summary>
    public const double RelativeCut = 1e-6;

    private readonly PanelMatrix directions;

    internal OrthonormalBasis(PanelMatrix directions, int rank)
    {
        Rank = rank;
        this.directions = directions;
    }

    /// <summary>The number of rows n.</summary>
    public int Rows => directions.Rows;

    /// <summary>The number of directions kept, at most min(n, columns).</summary>
    public int Rank { get; }

    /// <summary>Rows of a tile for <see cref="NeutralizeTiles"/>.</summary>
    internal int PaddedRows => directions.PaddedRows;

    /// <summary>Doubles of scratch memory <see cref="NeutralizeTiles"/> needs per tile.</summary>
    internal int LoadingsPerTile => PanelsUsed * PanelMatrix.PanelWidth * TileKernels.TileWidth;

    int IColumnProjection.Chunks => ((directions.PaddedRows - 1) / PanelMatrix.ChunkRows) + 1;

    int IColumnProjection.LoadingsPerTile => LoadingsPerTile;

    int IColumnProjection.ChunkColumns => 0;

    private int PanelsUsed => (Rank + PanelMatrix.PanelWidth - 1) / PanelMatrix.PanelWidth;

    /// <summary>Finds the basis of a matrix, optionally with a column of ones appended as least squares with an intercept wants.</summary>
    /// <param name="matrix">n rows by k columns.</param>
    /// <param name="withConstant">Whether to append a column of ones.</param>
    /// <param name="threads">Threads to use at once; the result does not depend on it.</param>
    /// <exception cref="ScoringException"><c>contains_nans</c> when the matrix holds a value that is not finite.</exception>
    public static OrthonormalBasis Of(ColumnMatrix matrix, bool withConstant, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return CholeskyBasis.TryBuild(matrix, withConstant, RelativeCut, threads) ?? OfAnyMatrix(matrix, withConstant, threads);
    }

    /// <summary>Copies one direction, a unit vector of <see cref="Rows"/> values.</summary>
    public void CopyDirection(int index, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Rank);
        directions.CopyColumn(index, destination);
    }

    /// <summary>Replaces a column by what is left after taking out <paramref name="proportion"/> of its projection on the basis.</summary>
    /// <param name="values">n values.</param>
    /// <param name="proportion">1 leaves the least-squares residual, 0 changes nothing.</param>
    public void Neutralize(Span<double> values, double proportion = 1)
    {
        double[] tile = new double[PaddedRows * TileKernels.TileWidth];
        for (int row = 0; row < Rows; row++)
        {
            tile[row * TileKernels.TileWidth] = values[row];
        }

        NeutralizeTiles(tile, 1, new double[LoadingsPerTile], proportion);
        for (int row = 0; row < Rows; row++)
        {
            values[row] = tile[row * TileKernels.TileWidth];
        }
    }

    void IColumnProjection.Open(int chunk, PanelMatrix opened)
    {
    }

    void IColumnProjection.AddLoadings(int chunk, PanelMatrix opened, Span<double> tileChunk, Span<double> loadings) =>
        TileKernels.AddLoadingsOfChunk(directions, PanelsUsed, chunk * PanelMatrix.ChunkRows, tileChunk, loadings);

    void IColumnProjection.ToNegativeShares(Span<double> loadings, Span<double> scratch) =>
        System.Numerics.Tensors.TensorPrimitives.Negate(loadings, loadings);

    void IColumnProjection.AddProducts(int chunk, PanelMatrix opened, Span<double> shares, Span<double> tileChunk) =>
        TileKernels.AddProductsToChunk(directions, PanelsUsed, chunk * PanelMatrix.ChunkRows, shares, tileChunk);

    /// <summary>The slow way that answers for every matrix.</summary>
    internal static OrthonormalBasis OfAnyMatrix(ColumnMatrix matrix, bool withConstant, int threads = 1)
    {
        GramSchmidt factor = new(matrix.Rows, matrix.Columns + (withConstant ? 1 : 0), threads);
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

    internal static void RequireFinite(ReadOnlySpan<double> column, int index)
    {
        if (System.Numerics.Tensors.TensorPrimitives.IsFiniteAll(column))
        {
            return;
        }

        throw new ScoringException(
            ScoringErrorCodes.ContainsNaNs,
            $"Column {index} of the neutralizers holds a value that is not a finite number; fill missing values before neutralizing.");
    }

    /// <summary>Neutralizes tiles of 24 models each in place; see <see cref="TileKernels"/>.</summary>
    internal void NeutralizeTiles(Span<double> tiles, int tileCount, Span<double> loadings, double proportion = 1)
    {
        Span<double> used = loadings[..(tileCount * LoadingsPerTile)];
        TileKernels.Loadings(directions, PanelsUsed, tiles, tileCount, used);
        System.Numerics.Tensors.TensorPrimitives.Multiply(used, -proportion, used);
        TileKernels.AddProducts(directions, PanelsUsed, used, tiles, tileCount);
    }
}

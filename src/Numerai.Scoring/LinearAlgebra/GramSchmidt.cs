using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Builds an orthonormal basis from columns in their order, subtracting the earlier directions twice so that it is orthonormal to the
/// last bits even for nearly dependent columns, and keeps the triangular factor from which the singular values follow.
/// Exact and patient, for any matrix however dependent its columns.
/// </summary>
/// <remarks>
/// Columns come in tiles of 24: what a tile shares with earlier tiles is taken out of all of it by blocked products, and only within the
/// tile one column goes after the other. The result does not depend on the number of threads.
/// </remarks>
internal sealed class GramSchmidt(int rows, int capacity, int threads)
{
    private const int Width = TileKernels.TileWidth;

    // What remains of a column below this share of its length is the rounding of the subtraction.
    private const double Noise = 1e-14;

    private readonly PanelMatrix directions = new(rows, Math.Min(rows, capacity));
    private readonly List<double[]> coefficients = [];
    private readonly List<int> independent = [];
    private readonly List<double[]> waiting = new(Width);

    // Kept from tile to tile: as garbage they would be several times the basis.
    private double[] tile = [];
    private double[] loadings = [];
    private int rank;

    /// <summary>Adds a column; a dependent one adds no direction, only its coefficients on the earlier ones.</summary>
    public void Append(ReadOnlySpan<double> column)
    {
        waiting.Add(column.ToArray());
        if (waiting.Count == Width)
        {
            TakeIn();
        }
    }

    /// <summary>The directions whose singular value exceeds <paramref name="relativeCut"/> times the largest.</summary>
    public OrthonormalBasis ToBasis(double relativeCut)
    {
        TakeIn();
        (tile, loadings) = ([], []);
        if (rank == 0 || AllClearlyAbove(relativeCut))
        {
            return new OrthonormalBasis(directions, rank);
        }

        return new OrthonormalBasis(directions, SingularSubspace.Keep(directions, TransposedFactor(), rank, relativeCut, threads));
    }

    private static void Scale(Span<double> values, double factor) =>
        System.Numerics.Tensors.TensorPrimitives.Multiply(values, factor, values);

    private static double Length(double[] values) => Math.Sqrt(FixedLanes.Dot(values, values));

    /// <summary>Turns the waiting columns into directions.</summary>
    private void TakeIn()
    {
        double[] lengths = [.. waiting.Select(Length)];
        double[] shares = new double[rank * Width];
        TakeOutEarlier(waiting, shares);
        TakeOutEarlier(waiting, shares);
        List<double[]> found = [];
        for (int column = 0; column < waiting.Count; column++)
        {
            double[] loading = new double[Math.Min(capacity, rank + found.Count + 1)];
            for (int row = 0; row < rank; row++)
            {
                loading[row] = shares[(row * Width) + column];
            }

            if (TakeOut(found, waiting[column], lengths[column], loading.AsSpan(rank)))
            {
                independent.Add(coefficients.Count);
                found.Add(waiting[column]);
            }

            coefficients.Add(loading);
        }

        Polish(found);
        waiting.Clear();
    }

    /// <summary>
    /// Takes the directions found in this tile out of one of its columns, twice, and scales what is left. False when that is only rounding.
    /// </summary>
    private bool TakeOut(List<double[]> found, double[] column, double length, Span<double> loading)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int index = 0; index < found.Count; index++)
            {
                double share = FixedLanes.Dot(found[index], column);
                loading[index] += share;
                FixedLanes.AddScaled(found[index], -share, column);
            }
        }

        double left = Length(column);
        if (rank + found.Count >= rows || !(left > Noise * length))
        {
            return false;
        }

        loading[found.Count] = left;
        Scale(column, 1 / left);
        Orthogonalize(column, found, found.Count);
        return true;
    }

    // A remainder that lost almost all of its length within the tile carries the rounding of the subtractions, magnified by the scaling.
    private void Polish(List<double[]> found)
    {
        TakeOutEarlier(found, new double[rank * Width]);
        for (int index = 0; index < found.Count; index++)
        {
            Scale(found[index], 1 / Length(found[index]));
            Orthogonalize(found[index], found, index);
        }

        foreach (double[] direction in found)
        {
            directions.SetColumn(rank++, direction);
        }
    }

    private static void Orthogonalize(double[] column, List<double[]> found, int count)
    {
        for (int index = 0; index < count; index++)
        {
            FixedLanes.AddScaled(found[index], -FixedLanes.Dot(found[index], column), column);
        }

        Scale(column, 1 / Length(column));
    }

    /// <summary>Takes the directions of earlier tiles out of up to 24 columns and adds their shares up.</summary>
    private void TakeOutEarlier(List<double[]> columns, double[] shares)
    {
        if (rank == 0 || columns.Count == 0)
        {
            return;
        }

        int panels = (rank + PanelMatrix.PanelWidth - 1) / PanelMatrix.PanelWidth;
        if (tile.Length == 0)
        {
            tile = new double[directions.PaddedRows * Width];
            loadings = new double[directions.Panels * PanelMatrix.PanelWidth * Width];
        }

        tile.AsSpan().Clear();
        Span<double> used = loadings.AsSpan(0, panels * PanelMatrix.PanelWidth * Width);
        used.Clear();
        for (int column = 0; column < columns.Count; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                tile[(row * Width) + column] = columns[column][row];
            }
        }

        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads };
        Parallel.For(0, panels, parallel, panel => TileKernels.LoadingsOfPanel(directions, panel, tile, loadings));
        System.Numerics.Tensors.TensorPrimitives.Add(shares, loadings.AsSpan(0, shares.Length), shares);
        Scale(used, -1);
        int chunks = ((directions.PaddedRows - 1) / PanelMatrix.ChunkRows) + 1;
        Parallel.For(0, chunks, parallel, chunk =>
        {
            int start = chunk * PanelMatrix.ChunkRows;
            TileKernels.AddProductsToChunk(directions, panels, start, loadings, tile.AsSpan(start * Width));
        });
        for (int column = 0; column < columns.Count; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                columns[column][row] = tile[(row * Width) + column];
            }
        }
    }

    /// <summary>
    /// Whether a bound shows every singular value to lie ten times above the cut: the smallest is at least the inverse of the
    /// independent columns' inverse norm, the largest at most the norm of everything.
    /// </summary>
    private bool AllClearlyAbove(double relativeCut)
    {
        double[] triangle = new double[rank * rank];
        for (int column = 0; column < rank; column++)
        {
            double[] loading = coefficients[independent[column]];
            for (int row = 0; row <= column; row++)
            {
                triangle[(row * rank) + column] = loading[row];
            }
        }

        UpperTriangle.Invert(triangle, rank);
        double squares = coefficients.Sum(loading => FixedLanes.Dot(loading, loading));
        return 1 / Math.Sqrt(FixedLanes.Dot(triangle, triangle) * squares) > 10 * relativeCut;
    }

    /// <summary>The transposed triangular factor, by rows, in the place of the coefficients.</summary>
    private double[] TransposedFactor()
    {
        double[] transposed = new double[coefficients.Count * rank];
        for (int column = 0; column < coefficients.Count; column++)
        {
            ReadOnlySpan<double> loading = coefficients[column];
            loading[..Math.Min(loading.Length, rank)].CopyTo(transposed.AsSpan(column * rank));
        }

        coefficients.Clear();
        return transposed;
    }
}

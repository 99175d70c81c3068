using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Blocked products of a panel matrix Q (n by k) with tiles of 24 models. A tile holds, row after row, one value for each of its models, so
/// vectors run across models and every sum runs over rows (or columns) in one fixed order, whatever the block size, thread or vector width.
/// </summary>
internal static class TileKernels
{
    /// <summary>Models of a tile.</summary>
    public const int TileWidth = 24;

    /// <summary>
    /// <c>C = Q' X</c>: the loadings of the models on the columns of Q.
    /// </summary>
    /// <param name="matrix">Q.</param>
    /// <param name="panelCount">How many panels of it to use, from the first.</param>
    /// <param name="tiles">X: tile after tile, each <see cref="PanelMatrix.PaddedRows"/> by 24.</param>
    /// <param name="tileCount">The number of tiles.</param>
    /// <param name="loadings">Receives C: tile after tile, each 8 <paramref name="panelCount"/> by 24.</param>
    public static void Loadings(PanelMatrix matrix, int panelCount, Span<double> tiles, int tileCount, Span<double> loadings)
    {
        int tileSize = matrix.PaddedRows * TileWidth;
        int loadingSize = panelCount * PanelMatrix.PanelWidth * TileWidth;
        Span<double> sums = loadings[..(tileCount * loadingSize)];
        sums.Clear();
        _ = tiles[..(tileCount * tileSize)];
        for (int start = 0; start < matrix.PaddedRows; start += PanelMatrix.ChunkRows)
        {
            for (int tile = 0; tile < tileCount; tile++)
            {
                AddLoadingsOfChunk(
                    matrix,
                    panelCount,
                    start,
                    tiles[((tile * tileSize) + (start * TileWidth))..],
                    sums.Slice(tile * loadingSize, loadingSize));
            }
        }
    }

    /// <summary>Adds what the rows of one chunk and one tile contribute to <c>C = Q' X</c>.</summary>
    public static void AddLoadingsOfChunk(PanelMatrix matrix, int panelCount, int start, Span<double> tileChunk, Span<double> loadings)
    {
        int rows = matrix.RowsOfChunk(start);
        _ = tileChunk[..(rows * TileWidth)];
        _ = loadings[..(panelCount * PanelMatrix.PanelWidth * TileWidth)];
        for (int panel = 0; panel < panelCount; panel++)
        {
            AddLoadings(
                ref tileChunk[0],
                ref matrix.Data[matrix.Offset(panel, start)],
                rows,
                ref loadings[panel * PanelMatrix.PanelWidth * TileWidth]);
        }
    }

    /// <summary>The loadings of one tile on one panel of Q, for threads that share a tile panel by panel.</summary>
    /// <param name="matrix">Q.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="tile">X, one tile.</param>
    /// <param name="loadings">The tile's loadings on all panels, this panel's still zero.</param>
    public static void LoadingsOfPanel(PanelMatrix matrix, int panel, double[] tile, double[] loadings)
    {
        _ = tile.AsSpan(0, matrix.PaddedRows * TileWidth);
        _ = loadings.AsSpan(panel * PanelMatrix.PanelWidth * TileWidth, PanelMatrix.PanelWidth * TileWidth);
        for (int start = 0; start < matrix.PaddedRows; start += PanelMatrix.ChunkRows)
        {
            AddLoadings(
                ref tile[start * TileWidth],
                ref matrix.Data[matrix.Offset(panel, start)],
                matrix.RowsOfChunk(start),
                ref loadings[panel * PanelMatrix.PanelWidth * TileWidth]);
        }
    }

    /// <summary><c>X = X + Q C</c> over the first panels of Q.</summary>
    /// <param name="matrix">Q.</param>
    /// <param name="panelCount">How many panels of it to use, from the first.</param>
    /// <param name="loadings">C, laid out as <see cref="Loadings"/> leaves it.</param>
    /// <param name="tiles">X, changed in place.</param>
    /// <param name="tileCount">The number of tiles.</param>
    public static void AddProducts(PanelMatrix matrix, int panelCount, Span<double> loadings, Span<double> tiles, int tileCount)
    {
        int tileSize = matrix.PaddedRows * TileWidth;
        int loadingSize = panelCount * PanelMatrix.PanelWidth * TileWidth;
        _ = tiles[..(tileCount * tileSize)];
        _ = loadings[..(tileCount * loadingSize)];
        if (panelCount == 0)
        {
            return;
        }

        for (int start = 0; start < matrix.PaddedRows; start += PanelMatrix.ChunkRows)
        {
            for (int tile = 0; tile < tileCount; tile++)
            {
                AddProductsToChunk(
                    matrix, panelCount, start, loadings.Slice(tile * loadingSize, loadingSize),
                    tiles[((tile * tileSize) + (start * TileWidth))..]);
            }
        }
    }

    /// <summary>The same for the rows of one chunk and one tile.</summary>
    public static void AddProductsToChunk(PanelMatrix matrix, int panelCount, int start, Span<double> loadings, Span<double> tileChunk)
    {
        int rows = matrix.RowsOfChunk(start);
        _ = tileChunk[..(rows * TileWidth)];
        _ = loadings[..(panelCount * PanelMatrix.PanelWidth * TileWidth)];
        for (int row = 0; row < rows; row += PanelMatrix.PanelWidth)
        {
            AddProducts(
                ref tileChunk[row * TileWidth],
                ref matrix.Data[matrix.Offset(0, start + row)],
                rows * PanelMatrix.PanelWidth,
                panelCount,
                ref loadings[0]);
        }
    }

    private static void AddLoadings(ref double tile, ref double panel, int rows, ref double loadings)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            TileKernel512.AddLoadings(ref tile, ref panel, rows, ref loadings);
            return;
        }

        for (int half = 0; half < 4; half++)
        {
            int models = half / 2 * (TileWidth / 2);
            int columns = half % 2 * (PanelMatrix.PanelWidth / 2);
            TileKernel256.AddLoadings(
                ref Unsafe.Add(ref tile, models),
                ref Unsafe.Add(ref panel, columns),
                rows,
                ref Unsafe.Add(ref loadings, (columns * TileWidth) + models));
        }
    }

    private static void AddProducts(ref double tile, ref double panel, nint panelStride, int panels, ref double loadings)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            TileKernel512.AddProducts(ref tile, ref panel, panelStride, panels, ref loadings);
            return;
        }

        for (int half = 0; half < 4; half++)
        {
            int models = half / 2 * (TileWidth / 2);
            int rows = half % 2 * (PanelMatrix.PanelWidth / 2);
            TileKernel256.AddProducts(
                ref Unsafe.Add(ref tile, (rows * TileWidth) + models),
                ref Unsafe.Add(ref panel, rows * PanelMatrix.PanelWidth),
                panelStride,
                panels,
                ref Unsafe.Add(ref loadings, models));
        }
    }
}

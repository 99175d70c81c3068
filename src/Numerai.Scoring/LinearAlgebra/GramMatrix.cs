namespace Numerai.Scoring.LinearAlgebra;

/// <summary>The products of all pairs of columns.</summary>
internal static class GramMatrix
{
    /// <summary><c>A'A</c> of the first columns, by rows; the upper triangle is filled, and some of the lower.</summary>
    public static double[] Of(PanelMatrix matrix, int columns, int threads)
    {
        double[] gram = new double[columns * columns];
        int panelsPerTile = TileKernels.TileWidth / PanelMatrix.PanelWidth;
        int tiles = ((columns - 1) / TileKernels.TileWidth) + 1;
        Parallel.For(
            0,
            tiles,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new double[PanelMatrix.ChunkRows * TileKernels.TileWidth],
            (tile, _, buffer) =>
        {
            // Rows of the triangle end at the tile's last column, so later panels are not needed.
            int panels = Math.Min((tile + 1) * panelsPerTile, matrix.Panels);
            double[] products = new double[panels * PanelMatrix.PanelWidth * TileKernels.TileWidth];
            for (int start = 0; start < matrix.PaddedRows; start += PanelMatrix.ChunkRows)
            {
                matrix.CopyToTile(tile * panelsPerTile, start, matrix.RowsOfChunk(start), buffer);
                TileKernels.AddLoadingsOfChunk(matrix, panels, start, buffer, products);
            }

            CopyTile(products, tile, gram, columns);
            return buffer;
        }, _ => { });
        return gram;
    }

    /// <summary><c>X'X</c> of all columns, by rows and exact; the upper triangle is filled, and some of the lower.</summary>
    public static double[] Of(PanelBins bins, int threads)
    {
        int columns = bins.Columns;
        double[] gram = new double[columns * columns];
        int panelsPerTile = TileKernels.TileWidth / PanelMatrix.PanelWidth;
        int tiles = ((columns - 1) / TileKernels.TileWidth) + 1;
        Parallel.For(
            0,
            tiles,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (new PanelMatrix(PanelMatrix.ChunkRows, columns), new double[PanelMatrix.ChunkRows * TileKernels.TileWidth]),
            (tile, _, buffers) =>
        {
            (PanelMatrix chunk, double[] buffer) = buffers;
            int panels = Math.Min((tile + 1) * panelsPerTile, chunk.Panels);
            double[] products = new double[panels * PanelMatrix.PanelWidth * TileKernels.TileWidth];
            for (int index = 0; index < bins.Chunks; index++)
            {
                bins.Widen(index, panels, chunk);
                bins.CopyToTile(index, tile * panelsPerTile, buffer);
                TileKernels.AddLoadingsOfChunk(chunk, panels, 0, buffer, products);
            }

            CopyTile(products, tile, gram, columns);
            return buffers;
        }, _ => { });
        return gram;
    }

    /// <summary>
    /// Replaces the first columns A by <c>A T</c> with an upper triangular T, chunk of rows by chunk of rows and in place.
    /// </summary>
    public static void MultiplyByTriangle(this PanelMatrix matrix, double[] triangle, int columns, int threads)
    {
        int panelsPerTile = TileKernels.TileWidth / PanelMatrix.PanelWidth;
        int tiles = ((columns - 1) / TileKernels.TileWidth) + 1;
        double[][] factors = [.. Enumerable.Range(0, tiles).Select(tile => TileOf(triangle, columns, tile, matrix.Panels))];
        int chunks = ((matrix.PaddedRows - 1) / PanelMatrix.ChunkRows) + 1;
        Parallel.For(
            0,
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new double[PanelMatrix.ChunkRows * TileKernels.TileWidth],
            (chunk, _, product) =>
        {
            // From the last tile to the first: a tile of the product needs only columns up to its own, which are still the old ones.
            int start = chunk * PanelMatrix.ChunkRows;
            int rows = matrix.RowsOfChunk(start);
            for (int tile = tiles - 1; tile >= 0; tile--)
            {
                product.AsSpan().Clear();
                int panels = Math.Min((tile + 1) * panelsPerTile, matrix.Panels);
                TileKernels.AddProductsToChunk(matrix, panels, start, factors[tile], product);
                matrix.CopyFromTile(tile * panelsPerTile, start, rows, product);
            }

            return product;
        }, _ => { });
    }

    private static void CopyTile(double[] products, int tile, double[] gram, int columns)
    {
        int first = tile * TileKernels.TileWidth;
        int width = Math.Min(TileKernels.TileWidth, columns - first);
        int rows = Math.Min(products.Length / TileKernels.TileWidth, columns);
        for (int row = 0; row < rows; row++)
        {
            products.AsSpan(row * TileKernels.TileWidth, width).CopyTo(gram.AsSpan((row * columns) + first));
        }
    }

    private static double[] TileOf(double[] triangle, int columns, int tile, int panels)
    {
        int first = tile * TileKernels.TileWidth;
        int width = Math.Min(TileKernels.TileWidth, columns - first);
        int used = Math.Min((tile + 1) * (TileKernels.TileWidth / PanelMatrix.PanelWidth), panels) * PanelMatrix.PanelWidth;
        double[] factor = new double[used * TileKernels.TileWidth];
        for (int row = 0; row < Math.Min(used, columns); row++)
        {
            triangle.AsSpan((row * columns) + first, width).CopyTo(factor.AsSpan(row * TileKernels.TileWidth));
        }

        return factor;
    }
}

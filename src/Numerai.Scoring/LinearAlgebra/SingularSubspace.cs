namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Leaves out of orthonormal directions what is too weak to count: with <c>A = Q R</c>, the left singular vectors of R whose singular
/// values lie above the cut, combined from the directions.
/// </summary>
internal static class SingularSubspace
{
    /// <summary>Replaces the directions Q by those that span the strong part of QR, and returns how many these are.</summary>
    /// <param name="directions">Q, its first columns.</param>
    /// <param name="transposed">R', by rows: a row per column of A; overwritten.</param>
    /// <param name="rank">The columns of Q.</param>
    /// <param name="relativeCut">Share of the largest singular value up to which others are dropped.</param>
    /// <param name="threads">Threads to use at once; the result does not depend on it.</param>
    public static int Keep(PanelMatrix directions, double[] transposed, int rank, double relativeCut, int threads)
    {
        // Right singular vectors of R' are the left ones of R.
        Bidiagonalization bidiagonal = new(transposed, transposed.Length / rank, rank, threads);
        double[] vectors = bidiagonal.RightVectors();
        List<int> kept = new BidiagonalSplit(bidiagonal.Diagonal, bidiagonal.Above, new Rotations(vectors, rank, threads)).Above(
            relativeCut);
        if (kept.Count < rank)
        {
            Combine(directions, vectors, rank, kept, threads);
        }

        return kept.Count;
    }

    /// <summary>Multiplies the directions by the transposed rows kept, chunk of rows by chunk of rows and in place.</summary>
    private static void Combine(PanelMatrix directions, double[] vectors, int rank, List<int> kept, int threads)
    {
        const int width = TileKernels.TileWidth;
        int panels = (rank + PanelMatrix.PanelWidth - 1) / PanelMatrix.PanelWidth;
        int tiles = (kept.Count + width - 1) / width;
        double[][] factors = new double[tiles][];
        for (int tile = 0; tile < tiles; tile++)
        {
            factors[tile] = new double[panels * PanelMatrix.PanelWidth * width];
            for (int index = tile * width; index < Math.Min((tile + 1) * width, kept.Count); index++)
            {
                for (int row = 0; row < rank; row++)
                {
                    factors[tile][(row * width) + (index % width)] = vectors[(kept[index] * rank) + row];
                }
            }
        }

        const int tileSize = PanelMatrix.ChunkRows * width;
        int chunks = ((directions.PaddedRows - 1) / PanelMatrix.ChunkRows) + 1;
        Parallel.For(
            0, chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new double[tiles * tileSize], (chunk, _, products) =>
        {
            int start = chunk * PanelMatrix.ChunkRows;
            products.AsSpan().Clear();
            for (int tile = 0; tile < tiles; tile++)
            {
                TileKernels.AddProductsToChunk(directions, panels, start, factors[tile], products.AsSpan(tile * tileSize, tileSize));
            }

            for (int tile = 0; tile < tiles; tile++)
            {
                directions.CopyFromTile(
                    tile * (width / PanelMatrix.PanelWidth), start, directions.RowsOfChunk(start),
                    products.AsSpan(tile * tileSize, tileSize));
            }

            return products;
        }, _ => { });
    }
}

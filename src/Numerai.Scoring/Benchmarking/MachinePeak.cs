using System.Diagnostics;
using Numerai.Scoring.LinearAlgebra;

namespace Numerai.Scoring.Benchmarking;

/// <summary>Measures what matrix products in double precision can reach on this machine.</summary>
public static class MachinePeak
{
    private const int Rows = PanelMatrix.ChunkRows;
    private const int Columns = 16;
    private const int ProductsPerTry = 2_000;
    private const int Tries = 40;

    /// <summary>
    /// The best rate of the product kernel on one thread, on operands that stay in the first-level cache, in billions of operations a
    /// second.
    /// </summary>
    public static double Gigaflops()
    {
        PanelMatrix matrix = new(Rows, Columns);
        matrix.Data.AsSpan().Fill(1e-3);
        double[] tile = new double[Rows * TileKernels.TileWidth];
        tile.AsSpan().Fill(1e-3);
        double[] loadings = new double[Columns * TileKernels.TileWidth];
        double operations = 2.0 * Rows * Columns * TileKernels.TileWidth * ProductsPerTry;
        double best = 0;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int product = 0; product < ProductsPerTry; product++)
            {
                TileKernels.Loadings(matrix, matrix.Panels, tile, 1, loadings);
            }

            best = Math.Max(best, operations / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        return best;
    }
}

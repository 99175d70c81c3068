using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// The inner loops of the blocked products on 256-bit vectors: 12 sums stay in registers, three vectors of models by four scalars of the
/// panel. Each sum is formed in the same order as in <see cref="TileKernel512"/>, so both give the same bits.
/// </summary>
internal static class TileKernel256
{
    private const int Width = TileKernels.TileWidth;

    /// <summary>Adds to 4 by 12 loadings the products of 4 columns of a panel with 12 models, row after row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddLoadings(ref double tile, ref double panel, int rows, ref double loadings)
    {
        Vector256<double> c0a = Vector256.LoadUnsafe(ref loadings, 0);
        Vector256<double> c0b = Vector256.LoadUnsafe(ref loadings, 4);
        Vector256<double> c0c = Vector256.LoadUnsafe(ref loadings, 8);
        Vector256<double> c1a = Vector256.LoadUnsafe(ref loadings, (1 * Width) + 0);
        Vector256<double> c1b = Vector256.LoadUnsafe(ref loadings, (1 * Width) + 4);
        Vector256<double> c1c = Vector256.LoadUnsafe(ref loadings, (1 * Width) + 8);
        Vector256<double> c2a = Vector256.LoadUnsafe(ref loadings, (2 * Width) + 0);
        Vector256<double> c2b = Vector256.LoadUnsafe(ref loadings, (2 * Width) + 4);
        Vector256<double> c2c = Vector256.LoadUnsafe(ref loadings, (2 * Width) + 8);
        Vector256<double> c3a = Vector256.LoadUnsafe(ref loadings, (3 * Width) + 0);
        Vector256<double> c3b = Vector256.LoadUnsafe(ref loadings, (3 * Width) + 4);
        Vector256<double> c3c = Vector256.LoadUnsafe(ref loadings, (3 * Width) + 8);
        for (int row = 0; row < rows; row++)
        {
            Vector256<double> x = Vector256.LoadUnsafe(ref tile);
            Vector256<double> y = Vector256.LoadUnsafe(ref tile, 4);
            Vector256<double> z = Vector256.LoadUnsafe(ref tile, 8);
            Vector256<double> factor0 = Vector256.Create(panel);
            c0a = Vector256.FusedMultiplyAdd(factor0, x, c0a);
            c0b = Vector256.FusedMultiplyAdd(factor0, y, c0b);
            c0c = Vector256.FusedMultiplyAdd(factor0, z, c0c);
            Vector256<double> factor1 = Vector256.Create(Unsafe.Add(ref panel, 1));
            c1a = Vector256.FusedMultiplyAdd(factor1, x, c1a);
            c1b = Vector256.FusedMultiplyAdd(factor1, y, c1b);
            c1c = Vector256.FusedMultiplyAdd(factor1, z, c1c);
            Vector256<double> factor2 = Vector256.Create(Unsafe.Add(ref panel, 2));
            c2a = Vector256.FusedMultiplyAdd(factor2, x, c2a);
            c2b = Vector256.FusedMultiplyAdd(factor2, y, c2b);
            c2c = Vector256.FusedMultiplyAdd(factor2, z, c2c);
            Vector256<double> factor3 = Vector256.Create(Unsafe.Add(ref panel, 3));
            c3a = Vector256.FusedMultiplyAdd(factor3, x, c3a);
            c3b = Vector256.FusedMultiplyAdd(factor3, y, c3b);
            c3c = Vector256.FusedMultiplyAdd(factor3, z, c3c);
            tile = ref Unsafe.Add(ref tile, Width);
            panel = ref Unsafe.Add(ref panel, PanelMatrix.PanelWidth);
        }

        c0a.StoreUnsafe(ref loadings, 0);
        c0b.StoreUnsafe(ref loadings, 4);
        c0c.StoreUnsafe(ref loadings, 8);
        c1a.StoreUnsafe(ref loadings, (1 * Width) + 0);
        c1b.StoreUnsafe(ref loadings, (1 * Width) + 4);
        c1c.StoreUnsafe(ref loadings, (1 * Width) + 8);
        c2a.StoreUnsafe(ref loadings, (2 * Width) + 0);
        c2b.StoreUnsafe(ref loadings, (2 * Width) + 4);
        c2c.StoreUnsafe(ref loadings, (2 * Width) + 8);
        c3a.StoreUnsafe(ref loadings, (3 * Width) + 0);
        c3b.StoreUnsafe(ref loadings, (3 * Width) + 4);
        c3c.StoreUnsafe(ref loadings, (3 * Width) + 8);
    }

    /// <summary>Adds to 4 rows of 12 models the products of a row of the panels with the loadings, panel after panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(ref double tile, ref double panel, nint panelStride, int panels, ref double loadings)
    {
        Vector256<double> c0a = Vector256.LoadUnsafe(ref tile, 0);
        Vector256<double> c0b = Vector256.LoadUnsafe(ref tile, 4);
        Vector256<double> c0c = Vector256.LoadUnsafe(ref tile, 8);
        Vector256<double> c1a = Vector256.LoadUnsafe(ref tile, (1 * Width) + 0);
        Vector256<double> c1b = Vector256.LoadUnsafe(ref tile, (1 * Width) + 4);
        Vector256<double> c1c = Vector256.LoadUnsafe(ref tile, (1 * Width) + 8);
        Vector256<double> c2a = Vector256.LoadUnsafe(ref tile, (2 * Width) + 0);
        Vector256<double> c2b = Vector256.LoadUnsafe(ref tile, (2 * Width) + 4);
        Vector256<double> c2c = Vector256.LoadUnsafe(ref tile, (2 * Width) + 8);
        Vector256<double> c3a = Vector256.LoadUnsafe(ref tile, (3 * Width) + 0);
        Vector256<double> c3b = Vector256.LoadUnsafe(ref tile, (3 * Width) + 4);
        Vector256<double> c3c = Vector256.LoadUnsafe(ref tile, (3 * Width) + 8);
        for (int index = 0; index < panels; index++)
        {
            for (nint column = 0; column < PanelMatrix.PanelWidth; column++)
            {
                Vector256<double> x = Vector256.LoadUnsafe(ref loadings);
                Vector256<double> y = Vector256.LoadUnsafe(ref loadings, 4);
                Vector256<double> z = Vector256.LoadUnsafe(ref loadings, 8);
                Vector256<double> factor0 = Vector256.Create(Unsafe.Add(ref panel, column));
                c0a = Vector256.FusedMultiplyAdd(factor0, x, c0a);
                c0b = Vector256.FusedMultiplyAdd(factor0, y, c0b);
                c0c = Vector256.FusedMultiplyAdd(factor0, z, c0c);
                Vector256<double> factor1 = Vector256.Create(Unsafe.Add(ref panel, column + 8));
                c1a = Vector256.FusedMultiplyAdd(factor1, x, c1a);
                c1b = Vector256.FusedMultiplyAdd(factor1, y, c1b);
                c1c = Vector256.FusedMultiplyAdd(factor1, z, c1c);
                Vector256<double> factor2 = Vector256.Create(Unsafe.Add(ref panel, column + 16));
                c2a = Vector256.FusedMultiplyAdd(factor2, x, c2a);
                c2b = Vector256.FusedMultiplyAdd(factor2, y, c2b);
                c2c = Vector256.FusedMultiplyAdd(factor2, z, c2c);
                Vector256<double> factor3 = Vector256.Create(Unsafe.Add(ref panel, column + 24));
                c3a = Vector256.FusedMultiplyAdd(factor3, x, c3a);
                c3b = Vector256.FusedMultiplyAdd(factor3, y, c3b);
                c3c = Vector256.FusedMultiplyAdd(factor3, z, c3c);
                loadings = ref Unsafe.Add(ref loadings, Width);
            }

            panel = ref Unsafe.Add(ref panel, panelStride);
        }

        c0a.StoreUnsafe(ref tile, 0);
        c0b.StoreUnsafe(ref tile, 4);
        c0c.StoreUnsafe(ref tile, 8);
        c1a.StoreUnsafe(ref tile, (1 * Width) + 0);
        c1b.StoreUnsafe(ref tile, (1 * Width) + 4);
        c1c.StoreUnsafe(ref tile, (1 * Width) + 8);
        c2a.StoreUnsafe(ref tile, (2 * Width) + 0);
        c2b.StoreUnsafe(ref tile, (2 * Width) + 4);
        c2c.StoreUnsafe(ref tile, (2 * Width) + 8);
        c3a.StoreUnsafe(ref tile, (3 * Width) + 0);
        c3b.StoreUnsafe(ref tile, (3 * Width) + 4);
        c3c.StoreUnsafe(ref tile, (3 * Width) + 8);
    }
}

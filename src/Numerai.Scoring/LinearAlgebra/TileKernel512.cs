using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// The inner loops of the blocked products on 512-bit vectors: 24 sums stay in registers, three vectors of models by eight scalars of the
/// panel. Written out because the compiler keeps named vectors in registers, and arrays of them in memory.
/// </summary>
internal static class TileKernel512
{
    private const int Width = TileKernels.TileWidth;

    /// <summary>Adds to 8 by 24 loadings the products of 8 columns of a panel with 24 models, row after row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddLoadings(ref double tile, ref double panel, int rows, ref double loadings)
    {
        Vector512<double> c0a = Vector512.LoadUnsafe(ref loadings, 0);
        Vector512<double> c0b = Vector512.LoadUnsafe(ref loadings, 8);
        Vector512<double> c0c = Vector512.LoadUnsafe(ref loadings, 16);
        Vector512<double> c1a = Vector512.LoadUnsafe(ref loadings, (1 * Width) + 0);
        Vector512<double> c1b = Vector512.LoadUnsafe(ref loadings, (1 * Width) + 8);
        Vector512<double> c1c = Vector512.LoadUnsafe(ref loadings, (1 * Width) + 16);
        Vector512<double> c2a = Vector512.LoadUnsafe(ref loadings, (2 * Width) + 0);
        Vector512<double> c2b = Vector512.LoadUnsafe(ref loadings, (2 * Width) + 8);
        Vector512<double> c2c = Vector512.LoadUnsafe(ref loadings, (2 * Width) + 16);
        Vector512<double> c3a = Vector512.LoadUnsafe(ref loadings, (3 * Width) + 0);
        Vector512<double> c3b = Vector512.LoadUnsafe(ref loadings, (3 * Width) + 8);
        Vector512<double> c3c = Vector512.LoadUnsafe(ref loadings, (3 * Width) + 16);
        Vector512<double> c4a = Vector512.LoadUnsafe(ref loadings, (4 * Width) + 0);
        Vector512<double> c4b = Vector512.LoadUnsafe(ref loadings, (4 * Width) + 8);
        Vector512<double> c4c = Vector512.LoadUnsafe(ref loadings, (4 * Width) + 16);
        Vector512<double> c5a = Vector512.LoadUnsafe(ref loadings, (5 * Width) + 0);
        Vector512<double> c5b = Vector512.LoadUnsafe(ref loadings, (5 * Width) + 8);
        Vector512<double> c5c = Vector512.LoadUnsafe(ref loadings, (5 * Width) + 16);
        Vector512<double> c6a = Vector512.LoadUnsafe(ref loadings, (6 * Width) + 0);
        Vector512<double> c6b = Vector512.LoadUnsafe(ref loadings, (6 * Width) + 8);
        Vector512<double> c6c = Vector512.LoadUnsafe(ref loadings, (6 * Width) + 16);
        Vector512<double> c7a = Vector512.LoadUnsafe(ref loadings, (7 * Width) + 0);
        Vector512<double> c7b = Vector512.LoadUnsafe(ref loadings, (7 * Width) + 8);
        Vector512<double> c7c = Vector512.LoadUnsafe(ref loadings, (7 * Width) + 16);
        for (int row = 0; row < rows; row++)
        {
            Vector512<double> x = Vector512.LoadUnsafe(ref tile);
            Vector512<double> y = Vector512.LoadUnsafe(ref tile, 8);
            Vector512<double> z = Vector512.LoadUnsafe(ref tile, 16);
            Vector512<double> factor0 = Vector512.Create(panel);
            c0a = Vector512.FusedMultiplyAdd(factor0, x, c0a);
            c0b = Vector512.FusedMultiplyAdd(factor0, y, c0b);
            c0c = Vector512.FusedMultiplyAdd(factor0, z, c0c);
            Vector512<double> factor1 = Vector512.Create(Unsafe.Add(ref panel, 1));
            c1a = Vector512.FusedMultiplyAdd(factor1, x, c1a);
            c1b = Vector512.FusedMultiplyAdd(factor1, y, c1b);
            c1c = Vector512.FusedMultiplyAdd(factor1, z, c1c);
            Vector512<double> factor2 = Vector512.Create(Unsafe.Add(ref panel, 2));
            c2a = Vector512.FusedMultiplyAdd(factor2, x, c2a);
            c2b = Vector512.FusedMultiplyAdd(factor2, y, c2b);
            c2c = Vector512.FusedMultiplyAdd(factor2, z, c2c);
            Vector512<double> factor3 = Vector512.Create(Unsafe.Add(ref panel, 3));
            c3a = Vector512.FusedMultiplyAdd(factor3, x, c3a);
            c3b = Vector512.FusedMultiplyAdd(factor3, y, c3b);
            c3c = Vector512.FusedMultiplyAdd(factor3, z, c3c);
            Vector512<double> factor4 = Vector512.Create(Unsafe.Add(ref panel, 4));
            c4a = Vector512.FusedMultiplyAdd(factor4, x, c4a);
            c4b = Vector512.FusedMultiplyAdd(factor4, y, c4b);
            c4c = Vector512.FusedMultiplyAdd(factor4, z, c4c);
            Vector512<double> factor5 = Vector512.Create(Unsafe.Add(ref panel, 5));
            c5a = Vector512.FusedMultiplyAdd(factor5, x, c5a);
            c5b = Vector512.FusedMultiplyAdd(factor5, y, c5b);
            c5c = Vector512.FusedMultiplyAdd(factor5, z, c5c);
            Vector512<double> factor6 = Vector512.Create(Unsafe.Add(ref panel, 6));
            c6a = Vector512.FusedMultiplyAdd(factor6, x, c6a);
            c6b = Vector512.FusedMultiplyAdd(factor6, y, c6b);
            c6c = Vector512.FusedMultiplyAdd(factor6, z, c6c);
            Vector512<double> factor7 = Vector512.Create(Unsafe.Add(ref panel, 7));
            c7a = Vector512.FusedMultiplyAdd(factor7, x, c7a);
            c7b = Vector512.FusedMultiplyAdd(factor7, y, c7b);
            c7c = Vector512.FusedMultiplyAdd(factor7, z, c7c);
            tile = ref Unsafe.Add(ref tile, Width);
            panel = ref Unsafe.Add(ref panel, PanelMatrix.PanelWidth);
        }

        c0a.StoreUnsafe(ref loadings, 0);
        c0b.StoreUnsafe(ref loadings, 8);
        c0c.StoreUnsafe(ref loadings, 16);
        c1a.StoreUnsafe(ref loadings, (1 * Width) + 0);
        c1b.StoreUnsafe(ref loadings, (1 * Width) + 8);
        c1c.StoreUnsafe(ref loadings, (1 * Width) + 16);
        c2a.StoreUnsafe(ref loadings, (2 * Width) + 0);
        c2b.StoreUnsafe(ref loadings, (2 * Width) + 8);
        c2c.StoreUnsafe(ref loadings, (2 * Width) + 16);
        c3a.StoreUnsafe(ref loadings, (3 * Width) + 0);
        c3b.StoreUnsafe(ref loadings, (3 * Width) + 8);
        c3c.StoreUnsafe(ref loadings, (3 * Width) + 16);
        c4a.StoreUnsafe(ref loadings, (4 * Width) + 0);
        c4b.StoreUnsafe(ref loadings, (4 * Width) + 8);
        c4c.StoreUnsafe(ref loadings, (4 * Width) + 16);
        c5a.StoreUnsafe(ref loadings, (5 * Width) + 0);
        c5b.StoreUnsafe(ref loadings, (5 * Width) + 8);
        c5c.StoreUnsafe(ref loadings, (5 * Width) + 16);
        c6a.StoreUnsafe(ref loadings, (6 * Width) + 0);
        c6b.StoreUnsafe(ref loadings, (6 * Width) + 8);
        c6c.StoreUnsafe(ref loadings, (6 * Width) + 16);
        c7a.StoreUnsafe(ref loadings, (7 * Width) + 0);
        c7b.StoreUnsafe(ref loadings, (7 * Width) + 8);
        c7c.StoreUnsafe(ref loadings, (7 * Width) + 16);
    }

    /// <summary>Adds to 8 rows of 24 models the products of a row of the panels with the loadings, panel after panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProducts(ref double tile, ref double panel, nint panelStride, int panels, ref double loadings)
    {
        Vector512<double> c0a = Vector512.LoadUnsafe(ref tile, 0);
        Vector512<double> c0b = Vector512.LoadUnsafe(ref tile, 8);
        Vector512<double> c0c = Vector512.LoadUnsafe(ref tile, 16);
        Vector512<double> c1a = Vector512.LoadUnsafe(ref tile, (1 * Width) + 0);
        Vector512<double> c1b = Vector512.LoadUnsafe(ref tile, (1 * Width) + 8);
        Vector512<double> c1c = Vector512.LoadUnsafe(ref tile, (1 * Width) + 16);
        Vector512<double> c2a = Vector512.LoadUnsafe(ref tile, (2 * Width) + 0);
        Vector512<double> c2b = Vector512.LoadUnsafe(ref tile, (2 * Width) + 8);
        Vector512<double> c2c = Vector512.LoadUnsafe(ref tile, (2 * Width) + 16);
        Vector512<double> c3a = Vector512.LoadUnsafe(ref tile, (3 * Width) + 0);
        Vector512<double> c3b = Vector512.LoadUnsafe(ref tile, (3 * Width) + 8);
        Vector512<double> c3c = Vector512.LoadUnsafe(ref tile, (3 * Width) + 16);
        Vector512<double> c4a = Vector512.LoadUnsafe(ref tile, (4 * Width) + 0);
        Vector512<double> c4b = Vector512.LoadUnsafe(ref tile, (4 * Width) + 8);
        Vector512<double> c4c = Vector512.LoadUnsafe(ref tile, (4 * Width) + 16);
        Vector512<double> c5a = Vector512.LoadUnsafe(ref tile, (5 * Width) + 0);
        Vector512<double> c5b = Vector512.LoadUnsafe(ref tile, (5 * Width) + 8);
        Vector512<double> c5c = Vector512.LoadUnsafe(ref tile, (5 * Width) + 16);
        Vector512<double> c6a = Vector512.LoadUnsafe(ref tile, (6 * Width) + 0);
        Vector512<double> c6b = Vector512.LoadUnsafe(ref tile, (6 * Width) + 8);
        Vector512<double> c6c = Vector512.LoadUnsafe(ref tile, (6 * Width) + 16);
        Vector512<double> c7a = Vector512.LoadUnsafe(ref tile, (7 * Width) + 0);
        Vector512<double> c7b = Vector512.LoadUnsafe(ref tile, (7 * Width) + 8);
        Vector512<double> c7c = Vector512.LoadUnsafe(ref tile, (7 * Width) + 16);
        for (int index = 0; index < panels; index++)
        {
            for (nint column = 0; column < PanelMatrix.PanelWidth; column++)
            {
                Vector512<double> x = Vector512.LoadUnsafe(ref loadings);
                Vector512<double> y = Vector512.LoadUnsafe(ref loadings, 8);
                Vector512<double> z = Vector512.LoadUnsafe(ref loadings, 16);
                Vector512<double> factor0 = Vector512.Create(Unsafe.Add(ref panel, column));
                c0a = Vector512.FusedMultiplyAdd(factor0, x, c0a);
                c0b = Vector512.FusedMultiplyAdd(factor0, y, c0b);
                c0c = Vector512.FusedMultiplyAdd(factor0, z, c0c);
                Vector512<double> factor1 = Vector512.Create(Unsafe.Add(ref panel, column + 8));
                c1a = Vector512.FusedMultiplyAdd(factor1, x, c1a);
                c1b = Vector512.FusedMultiplyAdd(factor1, y, c1b);
                c1c = Vector512.FusedMultiplyAdd(factor1, z, c1c);
                Vector512<double> factor2 = Vector512.Create(Unsafe.Add(ref panel, column + 16));
                c2a = Vector512.FusedMultiplyAdd(factor2, x, c2a);
                c2b = Vector512.FusedMultiplyAdd(factor2, y, c2b);
                c2c = Vector512.FusedMultiplyAdd(factor2, z, c2c);
                Vector512<double> factor3 = Vector512.Create(Unsafe.Add(ref panel, column + 24));
                c3a = Vector512.FusedMultiplyAdd(factor3, x, c3a);
                c3b = Vector512.FusedMultiplyAdd(factor3, y, c3b);
                c3c = Vector512.FusedMultiplyAdd(factor3, z, c3c);
                Vector512<double> factor4 = Vector512.Create(Unsafe.Add(ref panel, column + 32));
                c4a = Vector512.FusedMultiplyAdd(factor4, x, c4a);
                c4b = Vector512.FusedMultiplyAdd(factor4, y, c4b);
                c4c = Vector512.FusedMultiplyAdd(factor4, z, c4c);
                Vector512<double> factor5 = Vector512.Create(Unsafe.Add(ref panel, column + 40));
                c5a = Vector512.FusedMultiplyAdd(factor5, x, c5a);
                c5b = Vector512.FusedMultiplyAdd(factor5, y, c5b);
                c5c = Vector512.FusedMultiplyAdd(factor5, z, c5c);
                Vector512<double> factor6 = Vector512.Create(Unsafe.Add(ref panel, column + 48));
                c6a = Vector512.FusedMultiplyAdd(factor6, x, c6a);
                c6b = Vector512.FusedMultiplyAdd(factor6, y, c6b);
                c6c = Vector512.FusedMultiplyAdd(factor6, z, c6c);
                Vector512<double> factor7 = Vector512.Create(Unsafe.Add(ref panel, column + 56));
                c7a = Vector512.FusedMultiplyAdd(factor7, x, c7a);
                c7b = Vector512.FusedMultiplyAdd(factor7, y, c7b);
                c7c = Vector512.FusedMultiplyAdd(factor7, z, c7c);
                loadings = ref Unsafe.Add(ref loadings, Width);
            }

            panel = ref Unsafe.Add(ref panel, panelStride);
        }

        c0a.StoreUnsafe(ref tile, 0);
        c0b.StoreUnsafe(ref tile, 8);
        c0c.StoreUnsafe(ref tile, 16);
        c1a.StoreUnsafe(ref tile, (1 * Width) + 0);
        c1b.StoreUnsafe(ref tile, (1 * Width) + 8);
        c1c.StoreUnsafe(ref tile, (1 * Width) + 16);
        c2a.StoreUnsafe(ref tile, (2 * Width) + 0);
        c2b.StoreUnsafe(ref tile, (2 * Width) + 8);
        c2c.StoreUnsafe(ref tile, (2 * Width) + 16);
        c3a.StoreUnsafe(ref tile, (3 * Width) + 0);
        c3b.StoreUnsafe(ref tile, (3 * Width) + 8);
        c3c.StoreUnsafe(ref tile, (3 * Width) + 16);
        c4a.StoreUnsafe(ref tile, (4 * Width) + 0);
        c4b.StoreUnsafe(ref tile, (4 * Width) + 8);
        c4c.StoreUnsafe(ref tile, (4 * Width) + 16);
        c5a.StoreUnsafe(ref tile, (5 * Width) + 0);
        c5b.StoreUnsafe(ref tile, (5 * Width) + 8);
        c5c.StoreUnsafe(ref tile, (5 * Width) + 16);
        c6a.StoreUnsafe(ref tile, (6 * Width) + 0);
        c6b.StoreUnsafe(ref tile, (6 * Width) + 8);
        c6c.StoreUnsafe(ref tile, (6 * Width) + 16);
        c7a.StoreUnsafe(ref tile, (7 * Width) + 0);
        c7b.StoreUnsafe(ref tile, (7 * Width) + 8);
        c7c.StoreUnsafe(ref tile, (7 * Width) + 16);
    }
}

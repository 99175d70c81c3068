using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Numerai.Scoring.LinearAlgebra;

/// <summary>
/// Columns of small whole numbers, a byte each, in the layout of <see cref="PanelMatrix"/>: a chunk of 128 rows is one stretch of memory
/// and widens, value after value, to a chunk the tile kernels take. An eighth of the memory of doubles, in which features arrive as bins
/// anyway.
/// </summary>
internal sealed class PanelBins
{
    private const int ChunkRows = PanelMatrix.ChunkRows;
    private const int Width = PanelMatrix.PanelWidth;
    private readonly sbyte[] data;

    private PanelBins(int rows, int capacity)
    {
        Rows = rows;
        Chunks = ((rows - 1) / ChunkRows) + 1;
        Panels = ((capacity - 1) / Width) + 1;
        data = new sbyte[(long)Chunks * ChunkRows * Panels * Width];
    }

    public int Rows { get; }

    /// <summary>Columns kept: constant ones say nothing beyond the column of ones, which is the last.</summary>
    public int Columns { get; private set; }

    public int Panels { get; }

    public int Chunks { get; }

    /// <summary>
    /// Every column of a matrix that is not constant, and a column of ones; null when a value is not a whole number that fits a byte.
    /// </summary>
    public static PanelBins? TryWithConstant(ColumnMatrix matrix)
    {
        if (matrix.Rows == 0)
        {
            return null;
        }

        PanelBins bins = new(matrix.Rows, matrix.Columns + 1);
        double[] column = new double[matrix.Rows];
        sbyte[] narrow = new sbyte[matrix.Rows];
        for (int index = 0; index < matrix.Columns; index++)
        {
            matrix.CopyColumn(index, column);
            if (!TryNarrow(column, narrow))
            {
                return null;
            }

            if (narrow.AsSpan().ContainsAnyExcept(narrow[0]))
            {
                bins.Append(narrow);
            }
        }

        narrow.AsSpan().Fill(1);
        bins.Append(narrow);
        return bins;
    }

    /// <summary>Widens the first panels of a chunk into a matrix of 128 rows; rows beyond the last are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Widen(int chunk, int panels, PanelMatrix into)
    {
        int length = ChunkRows * panels * Width;
        ReadOnlySpan<sbyte> from = data.AsSpan(chunk * ChunkRows * Panels * Width, length);
        Span<double> to = into.Data.AsSpan(0, length);
        ref sbyte source = ref MemoryMarshal.GetReference(from);
        ref double target = ref MemoryMarshal.GetReference(to);
        for (nuint place = 0; place < (nuint)length; place += 16)
        {
            Vector128<sbyte> values = Vector128.LoadUnsafe(ref source, place);
            if (Avx512F.IsSupported)
            {
                Vector512<int> wide = Avx512F.ConvertToVector512Int32(values);
                Avx512F.ConvertToVector512Double(wide.GetLower()).StoreUnsafe(ref target, place);
                Avx512F.ConvertToVector512Double(wide.GetUpper()).StoreUnsafe(ref target, place + 8);
            }
            else
            {
                (Vector128<short> low, Vector128<short> high) = Vector128.Widen(values);
                WidenEight(low, ref target, place);
                WidenEight(high, ref target, place + 8);
            }
        }
    }

    /// <summary>Copies the rows of a chunk of up to 24 columns, from a panel on, into a tile; what is lacking is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyToTile(int chunk, int panel, Span<double> tile)
    {
        tile[..(ChunkRows * TileKernels.TileWidth)].Clear();
        int count = Math.Min(TileKernels.TileWidth / Width, Panels - panel);
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<sbyte> source = data.AsSpan(((chunk * Panels) + panel + index) * ChunkRows * Width, ChunkRows * Width);
            for (int place = 0; place < source.Length; place++)
            {
                tile[(place / Width * TileKernels.TileWidth) + (index * Width) + (place % Width)] = source[place];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenEight(Vector128<short> values, ref double target, nuint place)
    {
        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(values);
        (Vector128<long> first, Vector128<long> second) = Vector128.Widen(low);
        (Vector128<long> third, Vector128<long> fourth) = Vector128.Widen(high);
        Vector256.ConvertToDouble(Vector256.Create(first, second)).StoreUnsafe(ref target, place);
        Vector256.ConvertToDouble(Vector256.Create(third, fourth)).StoreUnsafe(ref target, place + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryNarrow(double[] column, sbyte[] narrow)
    {
        for (int row = 0; row < column.Length; row++)
        {
            double value = column[row];

            // Written this way round, NaN does not fit.
            if (!(value >= sbyte.MinValue && value <= sbyte.MaxValue))
            {
                return false;
            }

            narrow[row] = (sbyte)value;
            if (narrow[row] != value)
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Append(sbyte[] column)
    {
        (int panel, int place) = Math.DivRem(Columns++, Width);
        for (int row = 0; row < column.Length; row++)
        {
            (int chunk, int within) = Math.DivRem(row, ChunkRows);
            data[(((((chunk * Panels) + panel) * ChunkRows) + within) * Width) + place] = column[row];
        }
    }
}

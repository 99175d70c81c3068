using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Numerai.Learners;

/// <summary>
/// Weighted sums of bins around the middle one. Every product and every sum is rounded on its own, row by row, so that vectors of any width
/// give the same bits as the plain loop.
/// </summary>
internal static class CentredBins
{
    private const int Middle = 2;

    /// <summary><c>sums += weight * (bins - 2)</c>.</summary>
    public static void AddScaled(ReadOnlySpan<sbyte> bins, double weight, Span<double> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bins.Length, sums.Length, nameof(bins));
        var row = Avx512F.IsSupported ? AddWide(bins, weight, sums) : Avx2.IsSupported ? AddNarrow(bins, weight, sums) : 0;
        for (; row < sums.Length; row++)
        {
            sums[row] += weight * (bins[row] - Middle);
        }
    }

    /// <returns>The first row that is left.</returns>
    private static int AddWide(ReadOnlySpan<sbyte> bins, double weight, Span<double> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(bins);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var (scale, middle) = (Vector512.Create(weight), Vector512.Create(Middle));
        var row = 0;
        for (; row <= sums.Length - Vector128<sbyte>.Count; row += Vector128<sbyte>.Count)
        {
            var centred = Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref from, (nuint)row)) - middle;
            var low = Avx512F.ConvertToVector512Double(centred.GetLower());
            var high = Avx512F.ConvertToVector512Double(centred.GetUpper());
            (Vector512.LoadUnsafe(ref to, (nuint)row) + (scale * low)).StoreUnsafe(ref to, (nuint)row);
            (Vector512.LoadUnsafe(ref to, (nuint)row + 8) + (scale * high)).StoreUnsafe(ref to, (nuint)row + 8);
        }

        return row;
    }

    private static int AddNarrow(ReadOnlySpan<sbyte> bins, double weight, Span<double> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(bins);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var (scale, middle) = (Vector256.Create(weight), Vector256.Create(Middle));
        var row = 0;

        // Sixteen bins are loaded for eight rows, so the last few rows are left to the plain loop.
        for (; row <= sums.Length - Vector128<sbyte>.Count; row += 8)
        {
            var centred = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref from, (nuint)row)) - middle;
            var low = Avx.ConvertToVector256Double(centred.GetLower());
            var high = Avx.ConvertToVector256Double(centred.GetUpper());
            (Vector256.LoadUnsafe(ref to, (nuint)row) + (scale * low)).StoreUnsafe(ref to, (nuint)row);
            (Vector256.LoadUnsafe(ref to, (nuint)row + 4) + (scale * high)).StoreUnsafe(ref to, (nuint)row + 4);
        }

        return row;
    }
}

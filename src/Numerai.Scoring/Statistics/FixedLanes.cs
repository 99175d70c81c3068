using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Numerai.Scoring.Statistics;

/// <summary>
/// Sums and products of columns whose order of additions is fixed: sixteen running sums over every sixteenth row, added pairwise at the
/// end. A machine with narrower vectors computes the same sixteen sums, so a score does not depend, in any bit, on the machine's vector
/// width.
/// </summary>
public static class FixedLanes
{
    private const int Lanes = 8;
    private const int Stride = 2 * Lanes;

    /// <summary>The sum of the values; 0 when there are none, NaN when one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> values)
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        Vector512<double> even = Vector512<double>.Zero;
        Vector512<double> odd = Vector512<double>.Zero;
        int row = 0;
        for (; row <= values.Length - Stride; row += Stride)
        {
            even += Vector512.LoadUnsafe(ref first, (nuint)row);
            odd += Vector512.LoadUnsafe(ref first, (nuint)(row + Lanes));
        }

        double tail = 0;
        for (; row < values.Length; row++)
        {
            tail += values[row];
        }

        return Add(even + odd) + tail;
    }

    /// <summary>The sum of products of two columns of equal length; 0 when they are empty, NaN when a value is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"The columns have {left.Length} and {right.Length} rows; both must be equal.");
        }

        ref double leftFirst = ref MemoryMarshal.GetReference(left);
        ref double rightFirst = ref MemoryMarshal.GetReference(right);
        Vector512<double> even = Vector512<double>.Zero;
        Vector512<double> odd = Vector512<double>.Zero;
        int row = 0;
        for (; row <= left.Length - Stride; row += Stride)
        {
            even = Vector512.FusedMultiplyAdd(
                Vector512.LoadUnsafe(ref leftFirst, (nuint)row), Vector512.LoadUnsafe(ref rightFirst, (nuint)row), even);
            odd = Vector512.FusedMultiplyAdd(
                Vector512.LoadUnsafe(ref leftFirst, (nuint)(row + Lanes)), Vector512.LoadUnsafe(ref rightFirst, (nuint)(row + Lanes)), odd);
        }

        double tail = 0;
        for (; row < left.Length; row++)
        {
            tail = double.FusedMultiplyAdd(left[row], right[row], tail);
        }

        return Add(even + odd) + tail;
    }

    /// <summary>Adds <paramref name="factor"/> times a column to another: <c>target += factor * values</c>, one rounding per row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> target)
    {
        if (values.Length != target.Length)
        {
            throw new ArgumentException($"The columns have {values.Length} and {target.Length} rows; both must be equal.");
        }

        ref double from = ref MemoryMarshal.GetReference(values);
        ref double to = ref MemoryMarshal.GetReference(target);
        Vector512<double> scale = Vector512.Create(factor);
        int row = 0;
        for (; row <= values.Length - Lanes; row += Lanes)
        {
            Vector512<double> sum = Vector512.FusedMultiplyAdd(
                Vector512.LoadUnsafe(ref from, (nuint)row), scale, Vector512.LoadUnsafe(ref to, (nuint)row));
            sum.StoreUnsafe(ref to, (nuint)row);
        }

        for (; row < values.Length; row++)
        {
            target[row] = double.FusedMultiplyAdd(values[row], factor, target[row]);
        }
    }

    private static double Add(Vector512<double> lanes)
    {
        // Pairs are written out, because the library's own horizontal sum may pick another order per machine.
        double low = (lanes[0] + lanes[4]) + (lanes[2] + lanes[6]);
        double high = (lanes[1] + lanes[5]) + (lanes[3] + lanes[7]);
        return low + high;
    }
}

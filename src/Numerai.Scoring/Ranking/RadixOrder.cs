using System.Runtime.CompilerServices;

namespace Numerai.Scoring.Ranking;

/// <summary>
/// Orders the rows of a column by value, ascending and stable, without comparing most of them.
/// </summary>
/// <remarks>
/// The values are mapped linearly onto 22-bit integers, a map that never reverses an order, and those are radix sorted in two passes of
/// 11 bits. What the map cannot tell apart is put right by an insertion sort on the values themselves, which finds almost nothing to
/// do for predictions and for residuals. Columns that defeat the map (a few huge values, infinities) are noticed by the work
/// the insertion sort would need, and sorted by all 64 bits of their order-preserving integer form instead.
/// </remarks>
internal static class RadixOrder
{
    internal const int DigitBits = 11;
    internal const int DigitCount = 1 << DigitBits;
    private const uint DigitMask = DigitCount - 1;
    private const int MapBits = 2 * DigitBits;
    private const int FullPasses = 6;

    /// <summary>Writes into <paramref name="order"/> the rows of <paramref name="values"/> from lowest to highest, ties by row.</summary>
    /// <param name="values">Any numbers, infinities included, no NaN. -0.0 equals 0.0.</param>
    /// <param name="order">As long as <paramref name="values"/>.</param>
    /// <param name="workspace">Scratch memory.</param>
    public static void Sort(ReadOnlySpan<double> values, Span<int> order, RankWorkspace workspace)
    {
        int rows = values.Length;
        workspace.Reserve(rows);
        if (rows == 0)
        {
            return;
        }

        if (!TrySortByMap(values, order, workspace))
        {
            SortByBits(values, order, workspace);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TrySortByMap(ReadOnlySpan<double> values, Span<int> order, RankWorkspace workspace)
    {
        (double low, double high) = Range(values);
        double scale = ((1 << MapBits) - 1) / (high - low);
        if (!double.IsFinite(scale) || scale <= 0)
        {
            // All equal, infinite, or a range beyond what the map can stretch.
            return false;
        }

        Span<int> counts = workspace.Counts;
        counts.Clear();
        Span<int> lowCounts = counts[..DigitCount];
        Span<int> highCounts = counts[DigitCount..];
        Span<ulong> words = workspace.Words.AsSpan(0, values.Length);
        for (int row = 0; row < values.Length; row++)
        {
            uint key = (uint)(int)((values[row] - low) * scale);
            words[row] = ((ulong)key << 32) | (uint)row;
            lowCounts[(int)(key & DigitMask)]++;
            highCounts[(int)((key >> DigitBits) & DigitMask)]++;
        }

        Span<ulong> other = workspace.OtherWords.AsSpan(0, values.Length);
        Scatter(words, other, lowCounts, 32);
        Scatter(other, words, highCounts, 32 + DigitBits);
        return TryFinish(values, words, order);
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values) =>
        (System.Numerics.Tensors.TensorPrimitives.Min(values), System.Numerics.Tensors.TensorPrimitives.Max(values));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<ulong> source, Span<ulong> destination, Span<int> counts, int shift)
    {
        int start = 0;
        for (int digit = 0; digit < counts.Length; digit++)
        {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }

        foreach (ulong word in source)
        {
            ref int place = ref counts[(int)((word >> shift) & DigitMask)];
            destination[place++] = word;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFinish(ReadOnlySpan<double> values, ReadOnlySpan<ulong> words, Span<int> order)
    {
        // A few moves per row are cheaper than more passes; beyond that the column is one the map does not suit.
        int budget = 4 * values.Length;
        double previous = double.NegativeInfinity;
        for (int place = 0; place < words.Length; place++)
        {
            int row = (int)(uint)words[place];
            double value = values[row];
            if (value >= previous)
            {
                order[place] = row;
                previous = value;
                continue;
            }

            int slot = place;
            do
            {
                order[slot] = order[slot - 1];
                slot--;
                budget--;
            }
            while (slot > 0 && values[order[slot - 1]] > value);
            order[slot] = row;
            if (budget < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void SortByBits(ReadOnlySpan<double> values, Span<int> order, RankWorkspace workspace)
    {
        ulong[] keys = workspace.ReserveKeys(values.Length);
        Span<ulong> source = workspace.Words.AsSpan(0, values.Length);
        Span<ulong> target = workspace.OtherWords.AsSpan(0, values.Length);
        for (int row = 0; row < values.Length; row++)
        {
            // Adding 0.0 turns -0.0 into 0.0, so that both have the same bits.
            long bits = BitConverter.DoubleToInt64Bits(values[row] + 0.0);
            keys[row] = (ulong)bits ^ ((ulong)(bits >> 63) | 0x8000_0000_0000_0000UL);
            source[row] = (uint)row;
        }

        Span<int> counts = workspace.Counts.AsSpan(0, DigitCount);
        for (int pass = 0; pass < FullPasses; pass++)
        {
            ScatterByKey(keys, source, target, counts, pass * DigitBits);
            Span<ulong> swap = source;
            source = target;
            target = swap;
        }

        for (int place = 0; place < order.Length; place++)
        {
            order[place] = (int)source[place];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterByKey(ulong[] keys, ReadOnlySpan<ulong> source, Span<ulong> target, Span<int> counts, int shift)
    {
        counts.Clear();
        foreach (ulong row in source)
        {
            counts[(int)((keys[row] >> shift) & DigitMask)]++;
        }

        int start = 0;
        for (int digit = 0; digit < counts.Length; digit++)
        {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }

        foreach (ulong row in source)
        {
            target[counts[(int)((keys[row] >> shift) & DigitMask)]++] = row;
        }
    }
}

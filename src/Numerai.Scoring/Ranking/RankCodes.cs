using System.Runtime.CompilerServices;

namespace Numerai.Scoring.Ranking;

/// <summary>
/// A submission as the scores see it: doubled tie-kept ranks, <c>code = 2 * averageRank - 1</c>, whole numbers in 1..2n-1.
/// </summary>
/// <remarks>
/// Every score depends on a submission only through its ranks. A code holds a rank exactly: <c>code / (2n)</c> is, to the last
/// bit, the tie-kept rank <c>(averageRank - 0.5) / n</c>, and a code is the place of its normal quantile in <see cref="RankTables"/>.
/// Codes fit 16 bits for universes of up to <see cref="MaximumRows"/> rows, a quarter of what the doubles they replace take.
/// </remarks>
public static class RankCodes
{
    /// <summary>The largest universe whose codes fit 16 bits: 32,767 rows.</summary>
    public const int MaximumRows = 32_767;

    /// <summary>Ranks a column; rows with equal values share their mean rank.</summary>
    /// <param name="values">n numbers, n at most <see cref="MaximumRows"/>; infinities rank like numbers, -0.0 equals 0.0.</param>
    /// <param name="codes">Receives n codes in 1..2n-1. All rows tied gives n everywhere, which is the rank 0.5.</param>
    /// <param name="workspace">Scratch memory of the calling thread.</param>
    /// <exception cref="ScoringException"><c>contains_nans</c> when a value is NaN; a submission is filled before it is ranked.</exception>
    /// <exception cref="ArgumentException">Lengths differ, or there are too many rows.</exception>
    public static void TieKept(ReadOnlySpan<double> values, Span<ushort> codes, RankWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        RequireCodeSpace(values.Length, codes.Length);
        int nanRow = Statistics.Moments.FirstNaN(values);
        if (nanRow >= 0)
        {
            throw new ScoringException(
                ScoringErrorCodes.ContainsNaNs,
                $"Row {nanRow} of the column to rank is NaN; fill or drop missing values before ranking.");
        }

        workspace.Reserve(values.Length);
        Span<int> order = workspace.Order.AsSpan(0, values.Length);
        RadixOrder.Sort(values, order, workspace);
        WriteTieKept(values, order, codes);
    }

    /// <summary>Ranks a block of columns, each on its own, in parallel.</summary>
    /// <param name="values">Column after column: models * rows numbers, none NaN.</param>
    /// <param name="rows">The length of a column, at most <see cref="MaximumRows"/>.</param>
    /// <param name="codes">Receives the codes in the same layout.</param>
    /// <param name="threads">Threads to use at once.</param>
    /// <exception cref="ArgumentException">Lengths differ or are no multiple of <paramref name="rows"/>.</exception>
    /// <exception cref="AggregateException">Holds a <see cref="ScoringException"/> <c>contains_nans</c> when a value is NaN.</exception>
    public static void TieKept(ReadOnlyMemory<double> values, int rows, Memory<ushort> codes, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (values.Length != codes.Length || values.Length % rows != 0)
        {
            throw new ArgumentException(
                $"{values.Length} values and {codes.Length} codes are not the same number of columns of {rows} rows.");
        }

        Parallel.For(
            0,
            values.Length / rows,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new RankWorkspace(rows),
            (model, _, workspace) =>
        {
            TieKept(values.Span.Slice(model * rows, rows), codes.Span.Slice(model * rows, rows), workspace);
            return workspace;
        }, _ => { });
    }

    /// <summary>
    /// Ranks a subset of the rows of a submission that is already ranked, by counting instead of sorting. The result is what
    /// <c>TieKept</c> gives for the values of those rows.
    /// </summary>
    /// <param name="codes">Codes of all n rows.</param>
    /// <param name="rows">The rows to keep, each in 0..n-1 and at most once.</param>
    /// <param name="subset">Receives one code in 1..2m-1 per kept row, in the order of <paramref name="rows"/>.</param>
    /// <param name="workspace">Scratch memory of the calling thread.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void Subset(ReadOnlySpan<ushort> codes, ReadOnlySpan<int> rows, Span<ushort> subset, RankWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        RequireCodeSpace(rows.Length, subset.Length);
        workspace.Reserve(codes.Length);
        Span<int> counts = workspace.CodeCounts.AsSpan(0, 2 * codes.Length);
        counts.Clear();
        foreach (int row in rows)
        {
            counts[codes[row]]++;
        }

        CountsToCodes(counts);
        for (int place = 0; place < rows.Length; place++)
        {
            subset[place] = (ushort)counts[codes[rows[place]]];
        }
    }

    /// <summary>
    /// Fills in the rows a participant left out: those count as rank 0.5 among ranks taken over the rows that were given, and the
    /// completed column is ranked again, as scoring does.
    /// </summary>
    /// <param name="givenCodes">Codes of the m given rows among themselves, in 1..2m-1.</param>
    /// <param name="givenRows">The place of each given row in the universe, in 0..n-1, each at most once.</param>
    /// <param name="codes">Receives n codes in 1..2n-1.</param>
    /// <param name="workspace">Scratch memory of the calling thread.</param>
    /// <exception cref="ArgumentException">More rows are given than the universe has, or lengths differ.</exception>
    public static void FillMissing(
        ReadOnlySpan<ushort> givenCodes, ReadOnlySpan<int> givenRows, Span<ushort> codes, RankWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        RequireCodeSpace(givenRows.Length, givenCodes.Length);
        RequireCodeSpace(codes.Length, codes.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(givenRows.Length, codes.Length);
        int given = givenRows.Length;
        workspace.Reserve(codes.Length);

        // Rank 0.5 among m given rows is the code m; with none given, all rows tie whatever the code.
        Span<int> counts = workspace.CodeCounts.AsSpan(0, Math.Max(2 * given, 1));
        counts.Clear();
        foreach (ushort code in givenCodes)
        {
            counts[code]++;
        }

        counts[given] += codes.Length - given;
        CountsToCodes(counts);
        codes.Fill((ushort)counts[given]);
        for (int place = 0; place < given; place++)
        {
            codes[givenRows[place]] = (ushort)counts[givenCodes[place]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteTieKept(ReadOnlySpan<double> values, ReadOnlySpan<int> order, Span<ushort> codes)
    {
        int first = 0;
        while (first < order.Length)
        {
            double value = values[order[first]];
            int end = first + 1;
            while (end < order.Length && values[order[end]] == value)
            {
                end++;
            }

            // Ranks first+1 .. end share (first + 1 + end) / 2; doubled, minus one, that is first + end.
            ushort code = (ushort)(first + end);
            for (int place = first; place < end; place++)
            {
                codes[order[place]] = code;
            }

            first = end;
        }
    }

    /// <summary>Turns the number of rows per old code into the new code of those rows.</summary>
    private static void CountsToCodes(Span<int> counts)
    {
        int first = 0;
        for (int code = 0; code < counts.Length; code++)
        {
            int end = first + counts[code];
            counts[code] = first + end;
            first = end;
        }
    }

    private static void RequireCodeSpace(int rows, int length)
    {
        if (rows != length)
        {
            throw new ArgumentException($"There are {rows} rows but room for {length} codes; both must be equal.");
        }

        if (rows > MaximumRows)
        {
            throw new ArgumentException($"There are {rows} rows; 16-bit rank codes hold at most {MaximumRows}.");
        }
    }
}

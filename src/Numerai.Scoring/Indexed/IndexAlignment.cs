namespace Numerai.Scoring.Indexed;

/// <summary>
/// Matches rows by id. Source: numerai-tools, <c>filter_sort_index</c> and <c>filter_sort_index_many</c>. Ids are compared and sorted by
/// code point.
/// </summary>
public static class IndexAlignment
{
    /// <summary>The share of rows that may get lost when nothing else is said.</summary>
    public const double DefaultLostShare = 0.2;

    /// <summary>
    /// Keeps the ids present in both frames with no missing value in any column, so one model's NaN removes the row for all models, and
    /// sorts them.
    /// </summary>
    /// <exception cref="ScoringException"><c>not_enough_overlap_s1</c> or <c>_s2</c> when too little of one of them is kept;
    /// <c>zero_division</c> when one is empty.</exception>
    public static (IndexedFrame First, IndexedFrame Second) FilterSort(
        IndexedFrame first, IndexedFrame second, double lostShare = DefaultLostShare)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<string, int> firstRows = CompleteRows(first);
        Dictionary<string, int> secondRows = CompleteRows(second);
        string[] ids = [.. firstRows.Keys.Where(secondRows.ContainsKey).Order(StringComparer.Ordinal)];
        RequireOverlap(ids.Length, first.Rows, lostShare, ScoringErrorCodes.NotEnoughOverlapFirst, "the first input with the second");
        RequireOverlap(ids.Length, second.Rows, lostShare, ScoringErrorCodes.NotEnoughOverlapSecond, "the second input with the first");
        return (first.Take([.. ids.Select(id => firstRows[id])]), second.Take([.. ids.Select(id => secondRows[id])]));
    }

    /// <summary>The same for any number of frames: intersects all, then checks each.</summary>
    /// <exception cref="ScoringException"><c>not_enough_overlap_inputs</c>, naming the input.</exception>
    public static IndexedFrame[] FilterSortMany(IReadOnlyList<IndexedFrame> inputs, double lostShare = DefaultLostShare)
    {
        Dictionary<string, int>[] rows = [.. inputs.Select(CompleteRows)];
        string[] ids = [.. rows[0].Keys.Where(id => rows.All(other => other.ContainsKey(id))).Order(StringComparer.Ordinal)];
        for (int index = 0; index < inputs.Count; index++)
        {
            RequireOverlap(
                ids.Length, inputs[index].Rows, lostShare, ScoringErrorCodes.NotEnoughOverlapInputs, $"input {index} with the others");
        }

        return [.. inputs.Select((input, index) => input.Take([.. ids.Select(id => rows[index][id])]))];
    }

    internal static void RequireSorted(IndexedFrame frame, string code = ScoringErrorCodes.UnsortedIndex)
    {
        if (!frame.IsSorted())
        {
            throw new ScoringException(code, "The ids are not in ordinal order; sort the rows by id before ranking them.");
        }
    }

    internal static void RequireNumbers(IndexedFrame frame, string name, string code = ScoringErrorCodes.ContainsNaNs)
    {
        for (int column = 0; column < frame.Values.Length; column++)
        {
            int row = Statistics.Moments.FirstNaN(frame.Values[column]);
            if (row >= 0)
            {
                throw new ScoringException(code, $"{name} has a missing value at id '{frame.Ids[row]}', column '{frame.Columns[column]}'.");
            }
        }
    }

    internal static void RequireSameIds(IndexedFrame first, IndexedFrame second, string code = ScoringErrorCodes.IndicesMismatch)
    {
        if (!first.Ids.AsSpan().SequenceEqual(second.Ids))
        {
            throw new ScoringException(
                code, $"The two inputs must have the same ids in the same order; they have {first.Rows} and {second.Rows} rows.");
        }
    }

    private static Dictionary<string, int> CompleteRows(IndexedFrame frame)
    {
        Dictionary<string, int> rows = new(frame.Rows, StringComparer.Ordinal);
        for (int row = 0; row < frame.Rows; row++)
        {
            if (!frame.Values.Any(column => double.IsNaN(column[row])) && !rows.TryAdd(frame.Ids[row], row))
            {
                throw new ArgumentException($"Id '{frame.Ids[row]}' stands twice; ids must be unique.");
            }
        }

        return rows;
    }

    private static void RequireOverlap(int kept, int rows, double lostShare, string code, string who)
    {
        if (rows == 0)
        {
            throw new ScoringException(ScoringErrorCodes.ZeroDivision, $"Cannot compare {who}: it has no rows.");
        }

        if ((double)kept / rows < 1 - lostShare)
        {
            throw new ScoringException(
                code, $"Only {kept} of {rows} ids overlap, comparing {who}; at least {1 - lostShare:P0} must.");
        }
    }
}

namespace Numerai.Scoring.Ranking;

/// <summary>
/// Ranks of a column as shares of its length, <c>(rank - 0.5) / n</c> with n the number of values that are not NaN. NaN stays NaN. Equality
/// is exact (one unit in the last place apart is no tie), -0.0 equals 0.0, infinities rank like numbers. Source: numerai-tools,
/// <c>tie_kept_rank</c> and <c>tie_broken_rank</c>.
/// </summary>
public static class Ranks
{
    /// <summary>Scratch memory of the thread that ranks: simulations rank some hundred columns a round.</summary>
    [ThreadStatic]
    private static RankWorkspace? scratch;

    /// <summary>Rows with equal values share their mean rank; all tied gives 0.5.</summary>
    /// <param name="values">Any numbers; NaN marks a missing one.</param>
    /// <param name="ranks">Receives one rank in 0..1 (exclusive), or NaN, per row. Must not overlap <paramref name="values"/>.</param>
    public static void TieKept(ReadOnlySpan<double> values, Span<double> ranks)
    {
        RankWorkspace workspace = Order(values, ranks, out int count);
        ReadOnlySpan<double> present = workspace.Values.AsSpan(0, count);
        ReadOnlySpan<int> rows = workspace.Rows.AsSpan(0, count);
        ReadOnlySpan<int> order = workspace.Order.AsSpan(0, count);
        int first = 0;
        while (first < order.Length)
        {
            int end = first + 1;
            while (end < order.Length && present[order[end]] == present[order[first]])
            {
                end++;
            }

            // Ranks first+1 .. end share their mean (first + 1 + end) / 2.
            double rank = (((first + 1 + end) / 2.0) - 0.5) / order.Length;
            for (; first < end; first++)
            {
                ranks[rows[order[first]]] = rank;
            }
        }
    }

    /// <summary>Rows with equal values are ranked in the order of the rows, which is the order of the sorted ids.</summary>
    /// <param name="values">Any numbers; NaN marks a missing one.</param>
    /// <param name="ranks">Receives one rank in 0..1 (exclusive), or NaN, per row. Must not overlap <paramref name="values"/>.</param>
    public static void TieBroken(ReadOnlySpan<double> values, Span<double> ranks)
    {
        RankWorkspace workspace = Order(values, ranks, out int count);
        for (int place = 0; place < count; place++)
        {
            ranks[workspace.Rows[workspace.Order[place]]] = (place + 0.5) / count;
        }
    }

    /// <summary>Leaves the present values, their rows and their order in the thread's scratch memory.</summary>
    private static RankWorkspace Order(ReadOnlySpan<double> values, Span<double> ranks, out int count)
    {
        RankWorkspace workspace = scratch ??= new RankWorkspace();
        workspace.Reserve(values.Length);
        ranks[..values.Length].Fill(double.NaN);
        count = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                workspace.Values[count] = values[row];
                workspace.Rows[count++] = row;
            }
        }

        RadixOrder.Sort(workspace.Values.AsSpan(0, count), workspace.Order.AsSpan(0, count), workspace);
        return workspace;
    }
}

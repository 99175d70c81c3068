using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Metrics;

/// <summary>Picks the rows with the lowest and highest values of a column.</summary>
public static class TopBottom
{
    /// <summary>
    /// The rows of the <paramref name="count"/> lowest and then the <paramref name="count"/> highest values, by a stable sort of the rows:
    /// in a tie at the cut the bottom takes the first rows and the top the last ones.
    /// </summary>
    /// <param name="values">No NaN.</param>
    /// <param name="count">Rows of each end; more than there are means all of them.</param>
    public static (int[] Bottom, int[] Top) Rows(ReadOnlySpan<double> values, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = new int[values.Length];
        RadixOrder.Sort(values, order, new RankWorkspace());
        int taken = Math.Min(count, order.Length);
        return (order[..taken], order[^taken..]);
    }

    /// <summary>Both ends together, bottom first.</summary>
    /// <exception cref="ScoringException"><c>assertion</c> when the two ends would share rows.</exception>
    public static int[] BothEnds(ReadOnlySpan<double> values, int count)
    {
        if (2L * count > values.Length)
        {
            throw new ScoringException(
                ScoringErrorCodes.Assertion,
                $"The {count} lowest and {count} highest of {values.Length} rows overlap; at most {values.Length / 2} of each end can be "
                    + "taken.");
        }

        (int[] bottom, int[] top) = Rows(values, count);
        return [.. bottom, .. top];
    }

    internal static double[] Take(ReadOnlySpan<double> values, ReadOnlySpan<int> rows)
    {
        double[] taken = new double[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            taken[place] = values[rows[place]];
        }

        return taken;
    }
}

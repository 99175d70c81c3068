namespace Numerai.Scoring.Indexed;

/// <summary>Named columns over rows with ids, in any order: the form data has before it is aligned to a universe.</summary>
/// <param name="Ids">One id per row.</param>
/// <param name="Columns">One name per column.</param>
/// <param name="Values">One array per column, a value per row; NaN is a missing value.</param>
public sealed record IndexedFrame(string[] Ids, string[] Columns, double[][] Values)
{
    /// <summary>A single column.</summary>
    public static IndexedFrame Series(string[] ids, double[] values, string name = "") => new(ids, [name], [values]);

    /// <summary>The number of rows.</summary>
    public int Rows => Ids.Length;

    /// <summary>The values of the first column; for a frame of one.</summary>
    public double[] Only => Values[0];

    /// <summary>The same rows with other values.</summary>
    public IndexedFrame Map(Func<double[], double[]> change) => this with { Values = [.. Values.Select(change)] };

    /// <summary>The given rows, in their order.</summary>
    public IndexedFrame Take(IReadOnlyList<int> rows) => new(
        [.. rows.Select(row => Ids[row])], Columns, [.. Values.Select(column => (double[])[.. rows.Select(row => column[row])])]);

    /// <summary>Whether the ids are in ordinal order, which is the order scores break ties by.</summary>
    public bool IsSorted()
    {
        for (int row = 1; row < Ids.Length; row++)
        {
            if (string.CompareOrdinal(Ids[row - 1], Ids[row]) > 0)
            {
                return false;
            }
        }

        return true;
    }
}

namespace Numerai.Scoring.Ranking;

/// <summary>
/// Scratch memory for ranking one column at a time. One per thread, reused for every model, so ranking allocates nothing.
/// Not safe for use by two threads at once.
/// </summary>
public sealed class RankWorkspace
{
    /// <summary>Creates scratch memory for columns of up to <paramref name="rows"/> rows; it grows when a longer one comes.</summary>
    public RankWorkspace(int rows = 0)
    {
        Reserve(rows);
    }

    internal ulong[] Words { get; private set; } = [];

    internal ulong[] OtherWords { get; private set; } = [];

    internal ulong[] Keys { get; private set; } = [];

    internal int[] Counts { get; } = new int[2 * RadixOrder.DigitCount];

    internal int[] Order { get; private set; } = [];

    internal int[] Rows { get; private set; } = [];

    internal int[] CodeCounts { get; private set; } = [];

    internal double[] Values { get; private set; } = [];

    internal void Reserve(int rows)
    {
        if (Words.Length >= rows)
        {
            return;
        }

        Words = new ulong[rows];
        OtherWords = new ulong[rows];
        Order = new int[rows];
        Rows = new int[rows];
        Values = new double[rows];
        CodeCounts = new int[(2 * rows) + 1];
    }

    internal ulong[] ReserveKeys(int rows)
    {
        if (Keys.Length < rows)
        {
            Keys = new ulong[rows];
        }

        return Keys;
    }
}

using Numerai.Scoring.Statistics;

namespace Numerai.Data.Submissions;

/// <summary>One pass over a submission that finds its live rows and everything the checks ask about them.</summary>
internal sealed class LiveRows
{
    private readonly double[] liveValues;
    private readonly List<int> dropped = [];

    public LiveRows(ParsedSubmission parsed, KeyMap keys)
    {
        ValuesByEntry = new double[keys.Keys.Count];
        Array.Fill(ValuesByEntry, double.NaN);
        liveValues = new double[Math.Min(parsed.Rows, keys.Keys.Count)];
        bool[] seen = new bool[keys.Keys.Count];
        ReadOnlySpan<double> values = parsed.Values;
        for (int row = 0; row < parsed.Rows; row++)
        {
            ReadOnlySpan<byte> key = parsed.Key(row);
            int entry = key.IsEmpty ? -1 : keys.Find(key);
            if (entry < 0)
            {
                NoteForeign(row, key.IsEmpty);
            }
            else if (seen[entry])
            {
                DuplicateRow = DuplicateRow < 0 ? row : DuplicateRow;
            }
            else
            {
                seen[entry] = true;
                for (int same = entry; same >= 0; same = keys.NextOfSameKey(same))
                {
                    ValuesByEntry[same] = values[row];
                }

                NoteValue(row, values[row]);
            }
        }
    }

    public double[] ValuesByEntry { get; }

    public int Count { get; private set; }

    public IReadOnlyList<int> Dropped => dropped;

    public int MissingIdRow { get; private set; } = -1;

    public int DuplicateRow { get; private set; } = -1;

    public int MissingValueRow { get; private set; } = -1;

    public double Lowest { get; private set; } = double.PositiveInfinity;

    public double Highest { get; private set; } = double.NegativeInfinity;

    public int LowestRow { get; private set; }

    public int HighestRow { get; private set; }

    /// <summary>NaN for fewer than two rows, which no check refuses.</summary>
    public double SampleDeviation() => Moments.SampleDeviation(liveValues.AsSpan(0, Count));

    private void NoteForeign(int row, bool missing)
    {
        if (!missing)
        {
            dropped.Add(row);
        }
        else if (MissingIdRow < 0)
        {
            MissingIdRow = row;
        }
    }

    private void NoteValue(int row, double value)
    {
        liveValues[Count++] = value;
        if (double.IsNaN(value))
        {
            MissingValueRow = MissingValueRow < 0 ? row : MissingValueRow;
            return;
        }

        if (value < Lowest)
        {
            (Lowest, LowestRow) = (value, row);
        }

        if (value > Highest)
        {
            (Highest, HighestRow) = (value, row);
        }
    }
}

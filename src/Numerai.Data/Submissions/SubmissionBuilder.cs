using System.Text;

namespace Numerai.Data.Submissions;

/// <summary>Gathers the rows of a submission as a parser meets them.</summary>
internal sealed class SubmissionBuilder(SubmissionHeader header, int capacity)
{
    private readonly Dictionary<int, string> unreadable = [];
    private Slice[] keys = new Slice[Math.Max(capacity, 1)];
    private double[] values = new double[Math.Max(capacity, 1)];
    private Slice[] dates = header.DateIndex < 0 ? [] : new Slice[Math.Max(capacity, 1)];

    /// <summary>The number of finished rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Begins a row that has nothing yet.</summary>
    public void BeginRow()
    {
        if (Rows == keys.Length)
        {
            Array.Resize(ref keys, 2 * keys.Length);
            Array.Resize(ref values, 2 * values.Length);
            Array.Resize(ref dates, 2 * dates.Length);
        }

        values[Rows] = double.NaN;
    }

    /// <summary>Takes the text of a field, if it is one of those that matter.</summary>
    /// <param name="field">The field's column, from 0.</param>
    /// <param name="place">Where the text stands in the buffer the submission will keep.</param>
    /// <param name="cell">The text itself.</param>
    public void Take(int field, Slice place, ReadOnlySpan<byte> cell)
    {
        if (field == header.KeyIndex)
        {
            keys[Rows] = place;
        }
        else if (field == header.ValueIndex)
        {
            if (!DecimalText.TryParse(cell, out values[Rows]))
            {
                unreadable[Rows] = SubmissionText.Shorten(Encoding.UTF8.GetString(cell));
            }
        }
        else if (field == header.DateIndex)
        {
            dates[Rows] = place;
        }
    }

    /// <summary>Finishes a row.</summary>
    public void EndRow() => Rows++;

    /// <summary>The submission, over the buffer its slices point into.</summary>
    public ParsedSubmission ToSubmission(byte[] text) => new(header, text, keys, values, dates, Rows) { UnreadableValues = unreadable };
}

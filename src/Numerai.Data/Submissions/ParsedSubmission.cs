using System.Text;

namespace Numerai.Data.Submissions;

/// <summary>
/// The columns of a submission file, not yet checked against a universe. Ids are slices of UTF-8 text; predictions are numbers, NaN where
/// the file has none or something that is no number.
/// </summary>
public sealed class ParsedSubmission
{
    private readonly byte[] text;
    private readonly Slice[] keys;
    private readonly Slice[] dates;
    private readonly double[] values;

    internal ParsedSubmission(SubmissionHeader header, byte[] text, Slice[] keys, double[] values, Slice[] dates, int rows)
    {
        Header = header;
        Rows = rows;
        this.text = text;
        this.keys = keys;
        this.values = values;
        this.dates = dates;
    }

    /// <summary>The columns that were found.</summary>
    public SubmissionHeader Header { get; }

    /// <summary>The number of data rows.</summary>
    public int Rows { get; }

    /// <summary>The predictions, one per row.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, Rows);

    /// <summary>What stands in the file where a row (from 0) has no readable number, shortened; empty where the file has nothing.</summary>
    public IReadOnlyDictionary<int, string> UnreadableValues { get; init; } = new Dictionary<int, string>();

    /// <summary>The id of a row as UTF-8; empty when it is missing.</summary>
    public ReadOnlySpan<byte> Key(int row) => text.AsSpan(keys[row].Start, keys[row].Length);

    /// <summary>The id of a row as text.</summary>
    public string KeyText(int row) => Encoding.UTF8.GetString(Key(row));

    /// <summary>
    /// The date of a row as text; empty without a date column. A whole number that became a float on its way, as pandas makes of a column
    /// with a gap, stands without its fraction: 20260109.0 is 20260109.
    /// </summary>
    public string DateText(int row) =>
        dates.Length == 0 ? string.Empty : SubmissionText.Whole(Encoding.UTF8.GetString(text, dates[row].Start, dates[row].Length));
}

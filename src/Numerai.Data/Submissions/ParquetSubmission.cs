using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Submissions;

/// <summary>Reads a Parquet submission: text (or whole-number) ids and a numeric prediction column.</summary>
internal static class ParquetSubmission
{
    private const int ExpectedLength = 16;

    public static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) Parse(ReadOnlyMemory<byte> content, SubmissionFormat format)
    {
        using ParquetReader reader = ParquetReader.Open(content, "submission", ParquetLimits.Upload);
        (SubmissionHeader? header, SubmissionRefusal? refusal) = ParquetHeader.Read(reader, format);
        if (header is null)
        {
            return (null, refusal);
        }

        if (CheckTypes(reader, header) is SubmissionRefusal wrong)
        {
            return (null, wrong);
        }

        return (Build(reader, header), null);
    }

    private static SubmissionRefusal? CheckTypes(ParquetReader reader, SubmissionHeader header)
    {
        ColumnType key = reader.Columns.Single(column => column.Name == header.KeyColumn).Type;
        ColumnType value = reader.Columns.Single(column => column.Name == header.ValueColumn).Type;
        if (value is ColumnType.Boolean or ColumnType.Date or ColumnType.Timestamp
            || (value is ColumnType.Text && !AllMissing(reader, header.ValueColumn)))
        {
            return new SubmissionRefusal(
                SubmissionErrorCodes.Values,
                $"Column '{header.ValueColumn}' holds {value} values; predictions must be floating-point numbers.");
        }

        // A column without rows has no type worth judging: writers pick one.
        return reader.RowCount == 0 || key is ColumnType.Text or ColumnType.Int32 or ColumnType.Int64
            ? null
            : new SubmissionRefusal(SubmissionErrorCodes.Ids, $"Column '{header.KeyColumn}' holds {key} values; ids must be text.");
    }

    /// <summary>Such a column is of no type; what is wrong with it is that its values are missing.</summary>
    private static bool AllMissing(ParquetReader reader, string column) =>
        reader.RowCount > 0 && reader.ReadUtf8(column).Starts[^1] == 0
            && reader.ReadAll([column])[column].Missing is { } missing && Array.TrueForAll(missing, absent => absent);

    private static ParsedSubmission Build(ParquetReader reader, SubmissionHeader header)
    {
        Utf8Column keys = Text(reader, header.KeyColumn);
        Utf8Column dates = header.DateColumn is null ? new Utf8Column([], [0]) : Text(reader, header.DateColumn);
        double[] values = reader.ReadAll([header.ValueColumn]).Doubles(header.ValueColumn);

        // Ids and dates share one buffer, ids first.
        byte[] text = header.DateColumn is null ? keys.Text : [.. keys.Text, .. dates.Text];
        return new ParsedSubmission(header, text, Slices(keys, 0), values, Slices(dates, keys.Text.Length), values.Length);
    }

    private static Slice[] Slices(Utf8Column column, int offset)
    {
        Slice[] slices = new Slice[column.Starts.Length - 1];
        for (int row = 0; row < slices.Length; row++)
        {
            slices[row] = new Slice(offset + column.Starts[row], column.Starts[row + 1] - column.Starts[row]);
        }

        return slices;
    }

    /// <summary>A column as text; numbers and dates are written out.</summary>
    private static Utf8Column Text(ParquetReader reader, string name)
    {
        if (reader.Columns.Single(column => column.Name == name).Type == ColumnType.Text)
        {
            return reader.ReadUtf8(name);
        }

        TableColumn column = reader.ReadAll([name])[name];
        TextBuffer buffer = new(ExpectedLength * column.Length);
        int[] starts = new int[column.Length + 1];
        for (int row = 0; row < column.Length; row++)
        {
            Slice slice = buffer.Append(column.Missing?[row] == true ? string.Empty : Written(column, row));
            starts[row + 1] = slice.Start + slice.Length;
        }

        return new Utf8Column(buffer.ToArray(), starts);
    }

    private static string Written(TableColumn column, int row) => column switch
    {
        TableColumn<DateOnly> dates => dates.Values[row].ToString("O"),
        TableColumn<DateTime> times => times.Values[row].ToString("O"),
        TableColumn<long> numbers => numbers.Values[row].ToString(),
        TableColumn<int> numbers => numbers.Values[row].ToString(),
        TableColumn<sbyte> numbers => numbers.Values[row].ToString(),
        TableColumn<double> numbers => numbers.Values[row].ToString("R"),
        TableColumn<float> numbers => ((double)numbers.Values[row]).ToString("R"),
        TableColumn<bool> flags => flags.Values[row].ToString(),
        _ => string.Empty,
    };
}

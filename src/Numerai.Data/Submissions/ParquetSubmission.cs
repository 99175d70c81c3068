using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Submissions;

/// <summary>Reads a Parquet submission: text (or whole-number) ids and a numeric prediction column.</summary>
internal static class ParquetSubmission
{
    public static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) Parse(ReadOnlyMemory<byte> content, SubmissionFormat format)
    {
        using MemoryStream stream = new(content.ToArray(), writable: false);
        using ParquetReader reader = ParquetReader.Open(stream, "submission", ParquetLimits.Upload);
        string[] names = Names(reader, format);
        (SubmissionHeader? header, SubmissionRefusal? refusal) = SubmissionHeader.Read(names, format);
        if (header is null)
        {
            return (null, refusal);
        }

        if (CheckTypes(reader, header) is SubmissionRefusal wrong)
        {
            return (null, wrong);
        }

        List<string> wanted = [header.KeyColumn, header.ValueColumn];
        if (header.DateColumn is not null)
        {
            wanted.Add(header.DateColumn);
        }

        return (Build(reader.ReadAll(wanted), header), null);
    }

    /// <summary>The columns in file order. pandas writes a named index last; where that index is the id column, it comes first as in the frame.</summary>
    private static string[] Names(ParquetReader reader, SubmissionFormat format)
    {
        string[] names = [.. reader.Columns.Select(column => column.Name)];
        return reader.IndexColumn is string index && format.KeyColumns.Contains(index, StringComparer.Ordinal)
            ? [index, .. names.Where(name => name != index)]
            : names;
    }

    private static SubmissionRefusal? CheckTypes(ParquetReader reader, SubmissionHeader header)
    {
        ColumnType key = reader.Columns.Single(column => column.Name == header.KeyColumn).Type;
        ColumnType value = reader.Columns.Single(column => column.Name == header.ValueColumn).Type;
        if (value is ColumnType.Text or ColumnType.Boolean or ColumnType.Date or ColumnType.Timestamp)
        {
            return new SubmissionRefusal(
                SubmissionErrorCodes.Values, $"Column '{header.ValueColumn}' holds {value} values; predictions must be floating-point numbers.");
        }

        // A column without rows has no type worth judging: writers pick one.
        return reader.RowCount == 0 || key is ColumnType.Text or ColumnType.Int32 or ColumnType.Int64
            ? null
            : new SubmissionRefusal(SubmissionErrorCodes.Ids, $"Column '{header.KeyColumn}' holds {key} values; ids must be text.");
    }

    private static ParsedSubmission Build(Table table, SubmissionHeader header)
    {
        double[] values = table.Doubles(header.ValueColumn);
        TextBuffer text = new(32 * table.RowCount);
        SubmissionBuilder builder = new(header, table.RowCount);
        Func<int, string> keys = TextOf(table[header.KeyColumn]);
        Func<int, string>? dates = header.DateColumn is null ? null : TextOf(table[header.DateColumn]);
        for (int row = 0; row < table.RowCount; row++)
        {
            builder.BeginRow();
            builder.Take(header.KeyIndex, text.Append(keys(row)), default);
            builder.TakeValue(values[row]);
            if (dates is not null)
            {
                builder.Take(header.DateIndex, text.Append(dates(row)), default);
            }

            builder.EndRow();
        }

        return builder.ToSubmission(text.ToArray());
    }

    private static Func<int, string> TextOf(TableColumn column)
    {
        Func<int, string> present = column switch
        {
            TableColumn<string> strings => row => strings.Values[row] ?? string.Empty,
            TableColumn<DateOnly> dates => row => dates.Values[row].ToString("O"),
            TableColumn<DateTime> times => row => times.Values[row].ToString("O"),
            TableColumn<long> numbers => row => numbers.Values[row].ToString(),
            TableColumn<int> numbers => row => numbers.Values[row].ToString(),
            _ => _ => string.Empty,
        };
        return column.Missing is bool[] missing ? row => missing[row] ? string.Empty : present(row) : present;
    }
}

using System.Text;
using Sylvan.Data.Csv;

namespace Numerai.Data.Submissions;

/// <summary>Reads a CSV submission whose fields may be quoted, through the CSV library.</summary>
internal static class QuotedCsvSubmission
{
    private const int LargestField = 1 << 20;

    public static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) Parse(ReadOnlyMemory<byte> content, SubmissionFormat format)
    {
        try
        {
            using MemoryStream stream = new(content.ToArray(), writable: false);
            using StreamReader reader = new(stream, Encoding.UTF8);
            using CsvDataReader csv = CsvDataReader.Create(reader, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                ResultSetMode = ResultSetMode.SingleResult,
                MaxBufferSize = LargestField,
            });
            return Parse(csv, content.Length, format);
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvRecordTooLargeException or InvalidDataException)
        {
            return (null, new SubmissionRefusal(SubmissionErrorCodes.File, "The CSV cannot be read: "
                + $"{SubmissionText.Shorten(fault.Message)}"));
        }
    }

    private static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) Parse(
        CsvDataReader csv, int capacity, SubmissionFormat format)
    {
        if (!csv.Read())
        {
            return (null, new SubmissionRefusal(SubmissionErrorCodes.File, "The file holds no header line; the first line must name the "
                + "columns."));
        }

        string[] names = [.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)];
        (SubmissionHeader? header, SubmissionRefusal? refusal) = SubmissionHeader.Read(names, format);
        if (header is null)
        {
            return (null, refusal);
        }

        SubmissionBuilder builder = new(header, 1024);
        TextBuffer text = new(capacity);
        while (csv.Read())
        {
            if (csv.RowFieldCount == 0 || (csv.RowFieldCount == 1 && csv.GetString(0).Length == 0))
            {
                // A blank line, skipped as in files without quotes.
                continue;
            }

            if (csv.RowFieldCount > header.Columns)
            {
                return (null, CsvSubmission.TooManyFields(builder.Rows + 1, csv.RowFieldCount, header));
            }

            builder.BeginRow();
            for (int field = 0; field < csv.RowFieldCount; field++)
            {
                Slice place = text.Append(csv.GetString(field));
                builder.Take(field, place, text[place]);
            }

            builder.EndRow();
        }

        return (builder.ToSubmission(text.ToArray()), null);
    }
}

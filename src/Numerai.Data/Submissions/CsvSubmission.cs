using System.Text;

namespace Numerai.Data.Submissions;

/// <summary>
/// Reads a CSV submission in one pass over its bytes: ids stay slices of the file, predictions become numbers, nothing else is kept.
/// A file with quotes takes the slower way through <see cref="QuotedCsvSubmission"/>.
/// </summary>
internal static class CsvSubmission
{
    public static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) Parse(ReadOnlyMemory<byte> content, SubmissionFormat format)
    {
        if (content.Span.Contains((byte)'"'))
        {
            return QuotedCsvSubmission.Parse(content, format);
        }

        byte[] text = content.ToArray();
        int position = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!TryNextLine(text, ref position, out Slice line))
        {
            return (null, new SubmissionRefusal(SubmissionErrorCodes.File, "The file holds no header line; the first line must name the "
                + "columns."));
        }

        string[] names = Encoding.UTF8.GetString(text, line.Start, line.Length).Split(',');
        (SubmissionHeader? header, SubmissionRefusal? refusal) = SubmissionHeader.Read(names, format);
        return header is null ? (null, refusal) : ParseRows(text, position, header);
    }

    internal static SubmissionRefusal TooManyFields(int row, int fields, SubmissionHeader header) => new(
        SubmissionErrorCodes.File,
        $"Row {row} has {fields} fields where the header names {header.Columns} columns.");

    private static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) ParseRows(byte[] text, int position, SubmissionHeader header)
    {
        SubmissionBuilder builder = new(header, text.AsSpan(position).Count((byte)'\n') + 1);
        while (TryNextLine(text, ref position, out Slice line))
        {
            builder.BeginRow();
            int fields = TakeFields(text, line, builder);
            if (fields > header.Columns)
            {
                return (null, TooManyFields(builder.Rows + 1, fields, header));
            }

            builder.EndRow();
        }

        return (builder.ToSubmission(text), null);
    }

    /// <summary>Finds the next line that is not blank, without its end.</summary>
    private static bool TryNextLine(ReadOnlySpan<byte> text, ref int position, out Slice line)
    {
        while (position < text.Length)
        {
            int start = position;
            int end = text[start..].IndexOf((byte)'\n');
            int length = end < 0 ? text.Length - start : end;
            position = end < 0 ? text.Length : start + length + 1;
            if (length > 0 && text[start + length - 1] == '\r')
            {
                length--;
            }

            if (length > 0)
            {
                line = new Slice(start, length);
                return true;
            }
        }

        line = default;
        return false;
    }

    private static int TakeFields(byte[] text, Slice line, SubmissionBuilder builder)
    {
        int field = 0;
        int start = line.Start;
        int end = line.Start + line.Length;
        while (true)
        {
            int comma = text.AsSpan(start, end - start).IndexOf((byte)',');
            int length = comma < 0 ? end - start : comma;
            builder.Take(field++, new Slice(start, length), text.AsSpan(start, length));
            if (comma < 0)
            {
                return field;
            }

            start += length + 1;
        }
    }
}

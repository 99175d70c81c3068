using Numerai.Data.Parquet;

namespace Numerai.Data.Submissions;

/// <summary>
/// The columns of a Parquet file of predictions as pandas would show them: an index that is the id column comes first, and an index that is
/// none of the allowed columns is left out. Fields of types that are not read stay in the list, so that a refusal tells what is there.
/// </summary>
internal static class ParquetHeader
{
    private const string UnnamedIndex = "__index_level_";

    public static (SubmissionHeader? Header, SubmissionRefusal? Refusal) Read(ParquetReader reader, SubmissionFormat format)
    {
        var indexes = reader.IndexColumns;
        string[] leftOut = [.. reader.Fields.Select(field => field.Name)
            .Where(name => indexes.Contains(name, StringComparer.Ordinal) && !Allowed(name, format))];
        string[] names = [.. reader.Fields.Select(field => field.Name).Where(name => !leftOut.Contains(name, StringComparer.Ordinal))];

        // pandas writes a named index last.
        if (indexes.FirstOrDefault(name => format.KeyColumns.Contains(name, StringComparer.Ordinal)) is { } key && names.Contains(key))
        {
            names = [key, .. names.Where(name => name != key)];
        }

        var (header, refusal) = SubmissionHeader.Read(names, format);
        return header is not null && refusal is null
            ? Typed(reader, header with { Warnings = [.. header.Warnings, .. leftOut.Select(LeftOut)] })
            : (null, leftOut.Length == 0 ? refusal : refusal! with { Message = $"{refusal.Message} {Unnamed(leftOut[0], format)}" });
    }

    private static bool Allowed(string name, SubmissionFormat format) =>
        new[] { format.KeyColumns, format.ValueColumns, format.DateColumns, format.IgnoredColumns }
            .Any(names => names.Contains(name, StringComparer.Ordinal));

    private static (SubmissionHeader? Header, SubmissionRefusal? Refusal) Typed(ParquetReader reader, SubmissionHeader header) =>
        NotRead(reader, header.KeyColumn, SubmissionErrorCodes.Ids, "write ids as text")
            ?? NotRead(reader, header.ValueColumn, SubmissionErrorCodes.Values, "write predictions as floating-point numbers")
            ?? (header.DateColumn is { } date ? NotRead(reader, date, SubmissionErrorCodes.Values, "write days as 2026-01-09") : null)
            ?? (header, null);

    private static (SubmissionHeader? Header, SubmissionRefusal? Refusal)? NotRead(
        ParquetReader reader, string column, string code, string instead) =>
        reader.Fields.First(field => field.Name == column) is { Type: null } field
            ? (null, new SubmissionRefusal(code, $"Column '{column}' is of type {field.Kind}, which is not read; {instead}."))
            : null;

    private static string LeftOut(string name) =>
        $"Column '{SubmissionText.Shorten(name)}' is the index of the data frame and is left out; write the file with index=False.";

    private static string Unnamed(string index, SubmissionFormat format) => index.StartsWith(UnnamedIndex, StringComparison.Ordinal)
        ? $"The index of the data frame has no name, so it was left out; if it holds the ids, name it '{format.KeyColumns[0]}' "
            + $"(frame.index.name = '{format.KeyColumns[0]}')."
        : $"The index of the data frame, '{SubmissionText.Shorten(index)}', was left out; if it holds the ids, name it "
            + $"'{format.KeyColumns[0]}'.";
}

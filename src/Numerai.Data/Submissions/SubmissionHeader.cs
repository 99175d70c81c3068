namespace Numerai.Data.Submissions;

/// <summary>The columns of a submission that matter, by name and place.</summary>
/// <param name="KeyColumn">Name of the id column.</param>
/// <param name="KeyIndex">Its place in the file, from 0.</param>
/// <param name="ValueColumn">Name of the prediction column.</param>
/// <param name="ValueIndex">Its place in the file.</param>
/// <param name="DateColumn">Name of the date column, or null.</param>
/// <param name="DateIndex">Its place in the file, or -1.</param>
/// <param name="Columns">The number of columns of the file.</param>
/// <param name="Warnings">Sentences about columns that were ignored.</param>
public sealed record SubmissionHeader(
    string KeyColumn,
    int KeyIndex,
    string ValueColumn,
    int ValueIndex,
    string? DateColumn,
    int DateIndex,
    int Columns,
    IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// Reads the names of the columns: ignored columns and the first date column are taken out, then exactly one allowed id column and
    /// one allowed prediction column must be left, in that order.
    /// </summary>
    /// <returns>The header, or the refusal.</returns>
    public static (SubmissionHeader? Header, SubmissionRefusal? Refusal) Read(IReadOnlyList<string> names, SubmissionFormat format)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(format);
        List<int> left = [
            .. Enumerable.Range(0, names.Count).Where(index => !format.IgnoredColumns.Contains(names[index], StringComparer.Ordinal))];
        string[] warnings = [.. names.Where(name => format.IgnoredColumns.Contains(name, StringComparer.Ordinal)).Select(name =>
            $"Column '{name}' is ignored; leave it out.")];
        int date = left.FindIndex(index => format.DateColumns.Contains(names[index], StringComparer.Ordinal));
        int dateIndex = date < 0 ? -1 : left[date];
        if (date >= 0)
        {
            left.RemoveAt(date);
        }
        else if (format.DateRequired)
        {
            return (null, Refuse($"The submission must contain a date column named {OneOf(format.DateColumns)}, but its columns are "
                + $"{Quote(names)}.{Separators(names)}"));
        }

        if (left.Count != 2
            || !format.KeyColumns.Contains(names[left[0]], StringComparer.Ordinal)
            || !format.ValueColumns.Contains(names[left[1]], StringComparer.Ordinal))
        {
            return (null, Refuse(
                $"The first column must be the id column, named {OneOf(format.KeyColumns)}, and the second the prediction column, named "
                + $"{OneOf(format.ValueColumns)}, but the columns are {Quote(names)}.{Separators(names)}"));
        }

        return (new SubmissionHeader(
            names[left[0]], left[0], names[left[1]], left[1], dateIndex < 0
                ? null
                : names[dateIndex], dateIndex, names.Count, warnings), null);
    }

    private static SubmissionRefusal Refuse(string message) => new(SubmissionErrorCodes.Headers, message);

    /// <summary>What is to be said about a header that was not split, or holds the end of a line.</summary>
    private static string Separators(IReadOnlyList<string> names) =>
        names.Any(name => name.Contains('\r', StringComparison.Ordinal)) ? " Lines end with a carriage return (CR) alone; end them with LF "
            + "or CR LF."
        : names.Count != 1 ? string.Empty
        : names[0].Contains('\t', StringComparison.Ordinal) ? " The columns are separated by tabs; separate them by commas."
        : names[0].Contains(';', StringComparison.Ordinal) ? " The columns are separated by semicolons; separate them by commas."
        : string.Empty;

    private static string OneOf(IReadOnlyList<string> names) => string.Join(" or ", names.Select(name => $"'{name}'"));

    private static string Quote(IReadOnlyList<string> names)
    {
        const int shown = 8;
        string listed = string.Join(", ", names.Take(shown).Select(name => $"'{SubmissionText.Shorten(name)}'"));
        return names.Count > shown ? $"{listed} and {names.Count - shown} more" : listed;
    }
}

using System.Globalization;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;

namespace Numerai.Data.Diagnostics;

/// <summary>Reads the days of a date column as people and programs write them.</summary>
internal static class UploadDates
{
    private static readonly string[] _forms = ["yyyy-MM-dd", "yyyyMMdd"];

    /// <exception cref="DiagnosticsRefusedException">It is no day.</exception>
    public static DateOnly Of(ReadOnlySpan<char> text, string column, int row)
    {
        var day = text.IndexOfAny('T', ' ') is > 0 and var end ? text[..end] : SubmissionText.Whole(text.ToString());
        return DateOnly.TryParseExact(day, _forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refused(
                $"Column '{column}' has '{SubmissionText.Shorten(text.ToString())}' in row {row + 1}; write days as 2026-01-09.");
    }

    /// <summary>A column of a Parquet file: text, whole numbers such as 20260109, dates or times.</summary>
    /// <exception cref="DiagnosticsRefusedException">A day is missing, or is none.</exception>
    public static DateOnly[] Of(TableColumn column, int firstRow)
    {
        var days = new DateOnly[column.Length];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = column switch
            {
                _ when column.Missing is { } missing && missing[i] =>
                    throw Refused($"Column '{column.Name}' has no day in row {firstRow + i + 1}."),
                TableColumn<DateOnly> c => c.Values[i],
                TableColumn<DateTime> c => DateOnly.FromDateTime(c.Values[i]),
                TableColumn<string> c => Of(c.Values[i], column.Name, firstRow + i),
                TableColumn<int> c => Of(c.Values[i].ToString(CultureInfo.InvariantCulture), column.Name, firstRow + i),
                TableColumn<long> c => Of(c.Values[i].ToString(CultureInfo.InvariantCulture), column.Name, firstRow + i),
                TableColumn<double> c => Of(c.Values[i].ToString("R", CultureInfo.InvariantCulture), column.Name, firstRow + i),
                TableColumn<float> c => Of(((double)c.Values[i]).ToString("R", CultureInfo.InvariantCulture), column.Name, firstRow + i),
                _ => throw Refused($"Column '{column.Name}' holds {column.Type} values; write days as 2026-01-09."),
            };
        }

        return days;
    }

    private static DiagnosticsRefusedException Refused(string message) => new(new SubmissionRefusal(SubmissionErrorCodes.Values, message));
}

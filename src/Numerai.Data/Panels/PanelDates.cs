using System.Globalization;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>
/// The days of a file as people and programs write them: 2021-04-21, 2021/04/21, 20210421, 21-Apr-2021, and any of the first with a time
/// and a zone, of which the day counts as it stands there. 21/04/2021 and 04/21/2021 are read as declared.
/// </summary>
internal sealed class PanelDates(string file, DateOrder order)
{
    private static readonly string[] _plain =
        ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd", "dd-MMM-yyyy", "d MMM yyyy", "MMM dd, yyyy", "yyyy-M-d", "yyyy/M/d"];

    private static readonly string[] _dayFirst = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];
    private static readonly string[] _monthFirst = ["M/d/yyyy", "M.d.yyyy", "M-d-yyyy"];

    private readonly Dictionary<string, DateOnly> _known = new(StringComparer.Ordinal);

    /// <summary>The days of a column of any type.</summary>
    /// <exception cref="DataFormatException"><c>csv_malformed</c> with the row, or <c>column_wrong_type</c>.</exception>
    public DateOnly[] Of(TableColumn column)
    {
        if (column.Missing is { } missing && Array.IndexOf(missing, true) is >= 0 and var row)
        {
            throw new DataFormatException(DataErrorCodes.CsvMalformed, $"Row {row + 1} of file '{file}' has no date.");
        }

        return column switch
        {
            TableColumn<DateOnly> c => c.Values,
            TableColumn<DateTime> c => Array.ConvertAll(c.Values, DateOnly.FromDateTime),
            TableColumn<string> c => Each(c.Values, text => text),
            TableColumn<int> c => Each(c.Values, number => number.ToString(CultureInfo.InvariantCulture)),
            TableColumn<long> c => Each(c.Values, number => number.ToString(CultureInfo.InvariantCulture)),
            TableColumn<double> c => Each(c.Values, number => number.ToString("R", CultureInfo.InvariantCulture)),
            _ => throw new DataFormatException(
                DataErrorCodes.ColumnWrongType, $"Column '{column.Name}' of file '{file}' holds {column.Type}; dates are needed."),
        };
    }

    /// <exception cref="DataFormatException"><c>csv_malformed</c> with the row, counted from 1.</exception>
    public DateOnly Of(string text, int row)
    {
        if (!_known.TryGetValue(text, out var date))
        {
            date = TryRead(text, order, out var read) ? read : throw Refuse(text, row);
            _known[text] = date;
        }

        return date;
    }

    /// <summary>Whether text is a day; used on cells that may be names as well.</summary>
    public static bool TryRead(string text, DateOrder order, out DateOnly date)
    {
        var trimmed = text.Trim();
        return Parse(trimmed, _plain, out date)
            || (order == DateOrder.DayFirst && ParseDay(trimmed, _dayFirst, out date))
            || (order == DateOrder.MonthFirst && ParseDay(trimmed, _monthFirst, out date))
            || Parse(SubmissionText.Whole(trimmed), ["yyyyMMdd"], out date)
            || IsTimeOfDay(trimmed, out date);
    }

    private DateOnly[] Each<T>(T[] values, Func<T, string> text)
    {
        var days = new DateOnly[values.Length];
        for (var row = 0; row < days.Length; row++)
        {
            days[row] = Of(text(values[row]), row + 1);
        }

        return days;
    }

    private static bool Parse(string text, string[] forms, out DateOnly date) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A day, and perhaps a time of it.</summary>
    private static bool ParseDay(string text, string[] forms, out DateOnly date)
    {
        var day = Day(text);
        return Parse(day, forms, out date)
            && (day.Length == text.Length || TimeOnly.TryParse(text.AsSpan(day.Length + 1), CultureInfo.InvariantCulture, out _));
    }

    private static string Day(string text) => text.IndexOfAny(['T', ' ']) is > 0 and var end ? text[..end] : text;

    /// <summary>An ISO date with a time, and perhaps a zone. The day is that of the clock on the spot, whatever it is elsewhere.</summary>
    private static bool IsTimeOfDay(string text, out DateOnly date)
    {
        var day = Day(text);
        return Parse(day, ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"], out date) && day.Length < text.Length
            && DateTimeOffset.TryParse(
                $"{date:yyyy-MM-dd}T{text[(day.Length + 1)..]}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
    }

    private DataFormatException Refuse(string text, int row)
    {
        var shown = SubmissionText.Shorten(text);
        var other = order == DateOrder.Undeclared
            && (Parse(Day(text.Trim()), _dayFirst, out _) || Parse(Day(text.Trim()), _monthFirst, out _));
        return new DataFormatException(DataErrorCodes.CsvMalformed, $"Row {row} of file '{file}' has the date '{shown}', " + (other
            ? "whose year stands last; say --dates day-first or --dates month-first."
            : "which is not of a form that is read: 2021-04-21, 20210421, 2021-04-21 with a time, or 21/04/2021 with --dates day-first "
                + "or month-first."));
    }
}

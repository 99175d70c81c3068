using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Signals;

/// <summary>
/// Cuts a file of many days into days while it is read, a row group at a time; row groups without a wanted day are passed over.
/// </summary>
internal static class DaySlices
{
    /// <returns>Every day of the file in order; null in place of the rows of a day that is not wanted.</returns>
    /// <exception cref="DataFormatException"><c>table_ragged</c> when the rows of a day do not stand together, or the days do not
    /// ascend.</exception>
    public static IEnumerable<(DateOnly Date, Table? Rows)> Read(string path, Predicate<ColumnSchema> columns, Predicate<DateOnly> wanted)
    {
        using var reader = ParquetReader.Open(path);
        string[] names = [
            "date", .. reader.Columns.Where(column => column.Name != "date" && columns(column)).Select(column => column.Name)];
        var (open, last) = ((Table?)null, DateOnly.MinValue);
        foreach (var (date, rows, ended) in Enumerable.Range(0,
            reader.RowGroupCount).SelectMany(group => OfGroup(reader, group, names, wanted)))
        {
            if (date < last)
            {
                throw new DataFormatException(DataErrorCodes.TableRagged,
                    $"In '{Path.GetFileName(path)}' rows of {date:yyyy-MM-dd} follow rows of {last:yyyy-MM-dd}; days must stand together "
                        + "and ascend.");
            }

            if (open is not null && date != last)
            {
                yield return (last, open);
            }

            open = rows is null ? null : open is not null && date == last ? Table.Concat([open, rows]) : rows;
            if (rows is null && date != last)
            {
                yield return (date, null);
            }

            // The last day of a row group may go on in the next one.
            if (open is not null && !ended)
            {
                yield return (date, open);
                open = null;
            }

            last = date;
        }

        if (open is not null)
        {
            yield return (last, open);
        }
    }

    private static IEnumerable<(DateOnly Date, Table? Rows, bool AtEnd)> OfGroup(
        ParquetReader reader, int group, string[] names, Predicate<DateOnly> wanted)
    {
        var dates = reader.ReadRowGroup(group, ["date"]).Values<DateOnly>("date");
        var any = Array.Exists(dates, wanted);
        var rows = any ? reader.ReadRowGroup(group, names) : null;
        for (int start = 0, end; start < dates.Length; start = end)
        {
            end = start + 1;
            while (end < dates.Length && dates[end] == dates[start])
            {
                end++;
            }

            var slice = rows is not null && wanted(dates[start]) ? rows.Take([.. Enumerable.Range(start, end - start)]) : null;
            yield return (dates[start], slice, end == dates.Length);
        }
    }
}

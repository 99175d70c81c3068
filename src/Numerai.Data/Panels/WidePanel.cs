using System.Globalization;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Sylvan.Data.Csv;

namespace Numerai.Data.Panels;

/// <summary>
/// A panel whose files have a date column and then one column a security: <c>daily_adj_close</c> and <c>daily_dollar_volume_k</c>
/// (thousands, read as units).
/// </summary>
internal static class WidePanel
{
    public const string CloseName = "daily_adj_close";
    private const string VolumeName = "daily_dollar_volume_k";
    private const double Thousand = 1000;

    public static PanelSeries Read(string folder)
    {
        var (dates, securities, close) = ReadFile(PanelFiles.Find(folder, CloseName));
        var (volumeDates, volumeSecurities, volume) = ReadFile(PanelFiles.Find(folder, VolumeName));
        if ((Difference("day", dates.Select(Text), volumeDates.Select(Text)) ?? Difference("security", securities,
            volumeSecurities)) is { } difference)
        {
            throw new DataFormatException(DataErrorCodes.PanelShape,
                $"The close and volume files must have the same days and securities in the same order, but {difference}.");
        }

        for (var i = 0; i < volume.Length; i++)
        {
            volume[i] *= Thousand;
        }

        return new PanelSeries(dates, securities, close, volume, null);
    }

    /// <summary>The first place where the two files part; null when they do not.</summary>
    private static string? Difference(string what, IEnumerable<string> closes, IEnumerable<string> volumes)
    {
        string[] left = [.. closes];
        string[] right = [.. volumes];
        var place = left.AsSpan().CommonPrefixLength(right);
        return place == left.Length && place == right.Length ? null
            : $"{what} {place + 1} is {Named(left)} in {CloseName} and {Named(right)} in {VolumeName}";

        string Named(string[] names) => place < names.Length ? $"'{names[place]}'" : "not there";
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (DateOnly[] Dates, string[] Securities, double[] Values) ReadFile(string path) =>
        PanelFiles.IsParquet(path) ? ReadParquet(path) : ReadCsv(path);

    private static (DateOnly[] Dates, string[] Securities, double[] Values) ReadParquet(string path)
    {
        var table = ParquetFile.Read(path);
        string[] securities = [.. table.Columns.Select(column => column.Name).Where(name => name != PanelFiles.Date)];
        return (PanelFiles.Dates(table, Path.GetFileName(path)), securities, [.. securities.SelectMany(table.Doubles)]);
    }

    private static (DateOnly[] Dates, string[] Securities, double[] Values) ReadCsv(string path)
    {
        var name = Path.GetFileName(path);
        using var reader = CsvFile.Open(path);
        var securities = Enumerable.Range(1, Math.Max(0, reader.FieldCount - 1)).Select(reader.GetName).ToArray();
        var dates = new List<DateOnly>();
        var rows = new List<double[]>();
        while (CsvFile.Guard(name, reader.Read))
        {
            if (reader.RowFieldCount != reader.FieldCount)
            {
                throw new DataFormatException(DataErrorCodes.CsvMalformed,
                    $"Row {dates.Count + 1} of file '{name}' has {reader.RowFieldCount} cells, but the header has {reader.FieldCount}.");
            }

            dates.Add(ParseDate(reader.GetFieldSpan(0), name, dates.Count + 1));
            rows.Add(ParseRow(reader, securities, name, dates.Count));
        }

        return ([.. dates], securities, Transpose(rows, securities.Length));
    }

    private static double[] ParseRow(CsvDataReader reader, string[] securities, string file, int row)
    {
        var values = new double[securities.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var cell = reader.GetFieldSpan(i + 1);
            values[i] = double.NaN;
            if (!cell.IsEmpty && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
            {
                throw new DataFormatException(DataErrorCodes.CsvMalformed,
                    $"Row {row}, column '{securities[i]}' of file '{file}' reads '{cell}', which is not a number.");
            }
        }

        return values;
    }

    private static DateOnly ParseDate(ReadOnlySpan<char> cell, string file, int row) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new DataFormatException(DataErrorCodes.CsvMalformed,
                $"Row {row} of file '{file}' begins with '{cell}', which is not a date of the form 2021-04-21.");

    private static double[] Transpose(List<double[]> rows, int securities)
    {
        var values = new double[rows.Count * securities];
        for (var day = 0; day < rows.Count; day++)
        {
            for (var security = 0; security < securities; security++)
            {
                values[(security * rows.Count) + day] = rows[day][security];
            }
        }

        return values;
    }
}

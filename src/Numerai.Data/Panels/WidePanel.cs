using System.Globalization;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Sylvan.Data.Csv;

namespace Numerai.Data.Panels;

/// <summary>
/// A panel whose files have a column of dates (the first one of CSV; in Parquet the one named so, or the index) and then one column a
/// security: <c>daily_adj_close</c>, and <c>daily_dollar_volume_k</c> (thousands), <c>daily_dollar_volume</c> (units) or
/// <c>daily_volume</c> (shares, which <c>daily_close</c> multiplies where it is there, else the adjusted close).
/// </summary>
internal static class WidePanel
{
    public const string CloseName = "daily_adj_close";
    private const string TradedName = "daily_close";
    private const string SharesName = "daily_volume";
    private const double Thousand = 1000;
    private static readonly string[] _volumeNames = ["daily_dollar_volume_k", "daily_dollar_volume", SharesName];

    public static PanelSeries Read(string folder, PanelReadOptions options)
    {
        var closes = ReadFile(PanelFiles.TryFind(folder, CloseName)!, options.DateOrder);
        var name = Array.Find(_volumeNames, stem => PanelFiles.TryFind(folder, stem) is not null)
            ?? throw new DataFormatException(DataErrorCodes.PanelFileMissing,
                $"Folder '{folder}' has {CloseName}, but none of {string.Join(", ", _volumeNames)} as .parquet, .csv.gz or .csv.");
        var volumes = ReadFile(PanelFiles.TryFind(folder, name)!, options.DateOrder);
        RequireSame(closes, volumes, name);
        var files = new List<string> { closes.File, volumes.File };
        var traded = closes;
        if (name == SharesName && PanelFiles.TryFind(folder, TradedName) is { } raw)
        {
            traded = ReadFile(raw, options.DateOrder);
            RequireSame(closes, traded, TradedName);
            files.Add(traded.File);
        }

        for (var i = 0; i < volumes.Values.Length; i++)
        {
            volumes.Values[i] *= name == SharesName ? traded.Values[i] : name == _volumeNames[0] ? Thousand : 1;
        }

        return new PanelSeries(closes.Dates, closes.Securities, closes.Values, volumes.Values, null, new PanelSource(
            PanelLayouts.Wide, files, new Dictionary<string, string>
            {
                [PanelColumns.AdjustedClose] = CloseName,
                [PanelColumns.DollarVolume] = name != SharesName ? name : $"{(traded == closes ? CloseName : TradedName)} x {name}",
            }));
    }

    /// <summary>A cell of numbers; NaN where there is none.</summary>
    /// <exception cref="DataFormatException"><c>csv_malformed</c>.</exception>
    public static double Number(ReadOnlySpan<char> cell, string column, string file, int row) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : PanelFiles.IsAbsent(cell) ? double.NaN
        : throw new DataFormatException(DataErrorCodes.CsvMalformed,
            $"Row {row}, column '{column}' of file '{file}' reads '{SubmissionText.Shorten(cell.ToString())}', which is not a number.");

    private static void RequireSame(WideFile closes, WideFile other, string name)
    {
        if ((Difference("day", closes.Dates.Select(Text), other.Dates.Select(Text), name)
            ?? Difference("security", closes.Securities, other.Securities, name)) is { } difference)
        {
            throw new DataFormatException(DataErrorCodes.PanelShape,
                $"The close and volume files must have the same days and securities in the same order, but {difference}.");
        }
    }

    /// <summary>The first place where the two files part; null when they do not.</summary>
    private static string? Difference(string what, IEnumerable<string> closes, IEnumerable<string> others, string other)
    {
        string[] left = [.. closes];
        string[] right = [.. others];
        var place = left.AsSpan().CommonPrefixLength(right);
        return place == left.Length && place == right.Length ? null
            : $"{what} {place + 1} is {Named(left)} in {CloseName} and {Named(right)} in {other}";

        string Named(string[] names) => place < names.Length ? $"'{names[place]}'" : "not there";
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WideFile ReadFile(string path, DateOrder order) =>
        PanelFiles.IsParquet(path) ? ReadParquet(path, order) : ReadCsv(path, order);

    private static WideFile ReadParquet(string path, DateOrder order)
    {
        using var reader = ParquetReader.Open(path);
        var file = Path.GetFileName(path);
        string[] names = [.. reader.Fields.Select(field => field.Name)];
        var date = PanelColumns.Of([.. names.Where(name => PanelColumns.Plain(name) == PanelColumns.Date)],
                new Dictionary<string, string>(), file)[PanelColumns.Date]
            ?? reader.IndexColumn
            ?? PanelColumns.Of(names, new Dictionary<string, string>(), file)[PanelColumns.Date]
            ?? throw new DataFormatException(DataErrorCodes.ColumnMissing,
                $"File '{file}' has no column 'date' and no index; its columns are {PanelColumns.Quote(names)}.");
        string[] securities = [.. names.Where(name => name != date && !reader.IndexColumns.Contains(name))];
        PanelSeries.Cells(file, (int)Math.Min(reader.RowCount, int.MaxValue), securities.Length);
        var table = reader.ReadAll([date, .. securities]);
        return new WideFile(file, new PanelDates(file, order).Of(table[date]), securities, [.. securities.SelectMany(table.Doubles)]);
    }

    private static WideFile ReadCsv(string path, DateOrder order)
    {
        var name = Path.GetFileName(path);
        using var reader = CsvFile.Open(path);
        var days = new PanelDates(name, order);
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

            dates.Add(days.Of(reader.GetString(0), dates.Count + 1));
            rows.Add(ParseRow(reader, securities, name, dates.Count));
            PanelSeries.Cells(name, dates.Count, securities.Length);
        }

        return new WideFile(name, [.. dates], securities, Transpose(rows, securities.Length));
    }

    private static double[] ParseRow(CsvDataReader reader, string[] securities, string file, int row)
    {
        var values = new double[securities.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Number(reader.GetFieldSpan(i + 1), securities[i], file, row);
        }

        return values;
    }

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

    private sealed record WideFile(string File, DateOnly[] Dates, string[] Securities, double[] Values);
}

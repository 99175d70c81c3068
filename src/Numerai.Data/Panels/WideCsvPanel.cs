using System.Globalization;
using Numerai.Data.Csv;
using Numerai.Data.Tables;
using Sylvan.Data.Csv;

namespace Numerai.Data.Panels;

/// <summary>
/// Loads a panel from a folder of wide CSV files (a date column, then one column a security; plain or gzip):
/// <c>daily_adj_close.csv[.gz]</c> and <c>daily_dollar_volume_k.csv[.gz]</c> (thousands, read as units), <c>universe.csv</c>
/// (<c>ticker</c>, <c>sector</c>) and, when there is one, a membership file <c>*membership*.csv</c> (<c>ticker</c>, <c>start_date</c>,
/// <c>end_date</c>, both inclusive,
/// empty = open).
/// </summary>
public static class WideCsvPanel
{
    private const double Thousand = 1000;

    /// <param name="folder">Folder with the files above.</param>
    /// <param name="useMembership">False ignores a membership file: every security counts from its first price.</param>
    /// <exception cref="DataFormatException">A file is missing or malformed, or the panel breaks a rule of
    /// <see cref="PanelChecks"/>.</exception>
    public static PricePanel Load(string folder, bool useMembership = true)
    {
        var (dates, securities, close) = ReadWide(Find(folder, "daily_adj_close"));
        var (volumeDates, volumeSecurities, volume) = ReadWide(Find(folder, "daily_dollar_volume_k"));
        if (!dates.SequenceEqual(volumeDates) || !securities.SequenceEqual(volumeSecurities))
        {
            throw new DataFormatException(DataErrorCodes.PanelShape,
                "The close and volume files do not have the same days and securities in the same order.");
        }

        for (var i = 0; i < volume.Length; i++)
        {
            volume[i] *= Thousand;
        }

        var sectors = ReadSectors(Find(folder, "universe"), securities);
        var spells = useMembership
            ? Directory.EnumerateFiles(folder, "*membership*.csv*").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        return new PricePanel(dates, securities, sectors, close, volume, spells is null ? null : ReadMembership(spells, dates, securities));
    }

    private static string Find(string folder, string stem) =>
        new[] { stem + ".csv.gz", stem + ".csv" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new DataFormatException(DataErrorCodes.PanelFileMissing, $"Folder '{folder}' has neither {stem}.csv nor {stem}.csv.gz.");

    private static (DateOnly[] Dates, string[] Securities, double[] Values) ReadWide(string path)
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

    private static string[] ReadSectors(string path, string[] securities)
    {
        var table = CsvTable.Read(path);
        var sectors = new Dictionary<string, string>(StringComparer.Ordinal);
        var tickers = table.Values<string>("ticker");
        for (var i = 0; i < tickers.Length; i++)
        {
            sectors[tickers[i]] = table.Values<string>("sector")[i] ?? "";
        }

        return Array.ConvertAll(securities, security => sectors.GetValueOrDefault(security, ""));
    }

    private static bool[] ReadMembership(string path, DateOnly[] dates, string[] securities)
    {
        var types = new Dictionary<string, ColumnType> { ["start_date"] = ColumnType.Date, ["end_date"] = ColumnType.Date };
        var table = CsvTable.Read(path, types);
        var positions = securities.Select((security, i) => (security, i)).ToDictionary(p => p.security, p => p.i, StringComparer.Ordinal);
        var tickers = table.Values<string>("ticker");
        var starts = table.Values<DateOnly>("start_date");
        var ends = table.Values<DateOnly>("end_date");
        var open = table["end_date"].Missing;
        var member = new bool[dates.Length * securities.Length];
        for (var i = 0; i < tickers.Length; i++)
        {
            if (positions.TryGetValue(tickers[i], out var security))
            {
                var first = Lower(dates, starts[i]);
                var beyond = open is not null && open[i] ? dates.Length : Lower(dates, ends[i].AddDays(1));
                member.AsSpan((security * dates.Length) + first, Math.Max(0, beyond - first)).Fill(true);
            }
        }

        return member;
    }

    private static int Lower(DateOnly[] dates, DateOnly date)
    {
        var at = Array.BinarySearch(dates, date);
        return at < 0 ? ~at : at;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Sylvan.Data.Csv;

namespace Numerai.Data.Panels;

/// <summary>
/// The table that yfinance makes: a column for each field of each security under two header rows, fields above tickers or the other way
/// round, then perhaps a row that only says "Date". In Parquet the two stand in one name, <c>('Close', 'AAPL')</c>.
/// </summary>
internal static partial class TwoHeaderPanel
{
    private static readonly string[] _fields =
        ["open", "high", "low", "close", "adj_close", "volume", "dividends", "stock_splits", "capital_gains", "repaired?"];

    /// <summary>The series, or null when the file is of another layout.</summary>
    public static PanelSeries? TryRead(string path, PanelReadOptions options) =>
        PanelFiles.IsParquet(path) ? TryParquet(path, options) : TryCsv(path, options);

    private static PanelSeries? TryCsv(string path, PanelReadOptions options)
    {
        var file = Path.GetFileName(path);
        using var reader = CsvFile.Open(path);
        string[] above = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        if (above.Length < 2 || !CsvFile.Guard(file, reader.Read) || reader.RowFieldCount != above.Length)
        {
            return null;
        }

        string[] below = [.. Enumerable.Range(0, above.Length).Select(reader.GetString)];
        var places = Places(above, below) ?? Places(below, above);
        if (places is null || PanelDates.TryRead(below[0], options.DateOrder, out _) || Array.TrueForAll(below[1..], IsNumber))
        {
            return null;
        }

        var rows = new List<(DateOnly Day, double[] Values)>();
        var dates = new PanelDates(file, options.DateOrder);
        for (var row = 2; CsvFile.Guard(file, reader.Read); row++)
        {
            if (reader.RowFieldCount != above.Length)
            {
                throw new DataFormatException(DataErrorCodes.CsvMalformed,
                    $"Row {row} of file '{file}' has {reader.RowFieldCount} cells, but the header has {above.Length}.");
            }

            if (row > 2 || !IsNameOfIndex(reader))
            {
                rows.Add((dates.Of(reader.GetString(0), row), Values(reader, above, file, row)));
            }
        }

        return Series(file, places, rows);
    }

    private static PanelSeries? TryParquet(string path, PanelReadOptions options)
    {
        var header = PanelFiles.Header(path);
        var pairs = header.Select(name => Pair().Match(name)).ToList();
        if (!pairs.Exists(pair => pair.Success))
        {
            return null;
        }

        string[] left = [.. pairs.Select(pair => pair.Groups[1].Value.Trim('\''))];
        string[] right = [.. pairs.Select(pair => pair.Groups[2].Value.Trim('\''))];
        var index = pairs.FindIndex(pair => !pair.Success || IsDate(pair.Groups[1].Value.Trim('\'')));
        if (index < 0 || (Places(left, right, index) ?? Places(right, left, index)) is not { } places)
        {
            return null;
        }

        var file = Path.GetFileName(path);
        var table = ParquetFile.Read(path, [header[index], .. places.Select(place => header[place.Place])]);
        var days = new PanelDates(file, options.DateOrder).Of(table[header[index]]);
        var columns = places.ToDictionary(place => place.Place, place => table.Doubles(header[place.Place]));
        var rows = days.Select((day, row) => (day, Enumerable.Range(0, header.Count)
            .Select(place => columns.TryGetValue(place, out var values) ? values[row] : double.NaN).ToArray())).ToList();
        return Series(file, places, rows);
    }

    /// <summary>The places of closes and volumes when one row names fields throughout and the other one tickers; else null.</summary>
    private static List<(string Ticker, string Field, int Place)>? Places(string[] fields, string[] tickers, int index = 0)
    {
        var places = new List<(string Ticker, string Field, int Place)>();
        for (var place = 0; place < fields.Length; place++)
        {
            var field = Again().Replace(PanelColumns.Plain(fields[place]), "");
            if (place != index && (!_fields.Contains(field, StringComparer.Ordinal) || string.IsNullOrWhiteSpace(tickers[place])))
            {
                return null;
            }

            if (place != index)
            {
                // pandas numbers a name that is there already; a ticker may end like that by itself.
                var (ticker, first) = (tickers[place].Trim(), Repeat().Replace(tickers[place].Trim(), ""));
                places.Add((tickers.Contains(first, StringComparer.Ordinal) ? first : ticker, field, place));
            }
        }

        return places;
    }

    private static PanelSeries Series(
        string file, List<(string Ticker, string Field, int Place)> places, List<(DateOnly Day, double[] Values)> rows)
    {
        var known = places.Select(place => place.Field).ToHashSet(StringComparer.Ordinal);
        var closes = known.Contains(PanelColumns.AdjustedClose) ? PanelColumns.AdjustedClose : PanelColumns.Close;
        if (!known.Contains(closes) || !known.Contains(PanelColumns.Volume))
        {
            throw new DataFormatException(DataErrorCodes.ColumnMissing,
                $"File '{file}' is yfinance's table with two header rows and lacks "
                    + $"{(known.Contains(closes) ? "" : "Close, ")}{(known.Contains(PanelColumns.Volume) ? "" : "Volume, ")}"
                    + $"which a panel needs; it has {PanelColumns.Quote([.. known])}. Save all that yf.download gives.");
        }

        var traded = known.Contains(PanelColumns.Close) ? PanelColumns.Close : closes;
        var gathered = new PanelRows();
        gathered.Begin(file, false);
        foreach (var security in places.GroupBy(place => place.Ticker, StringComparer.Ordinal))
        {
            var at = security.GroupBy(place => place.Field, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First().Place, StringComparer.Ordinal);
            foreach (var (day, values) in rows)
            {
                var volume = Of(values, PanelColumns.Volume) * Of(values, traded);
                gathered.Add(day, security.Key, Of(values, closes), volume, "");
            }

            double Of(double[] values, string field) => at.TryGetValue(field, out var place) ? values[place] : double.NaN;
        }

        return gathered.ToSeries(new PanelSource(PanelLayouts.TwoHeaders, [file], new Dictionary<string, string>
        {
            [PanelColumns.AdjustedClose] = closes,
            [PanelColumns.DollarVolume] = $"{traded} x {PanelColumns.Volume}",
        }));
    }

    private static double[] Values(CsvDataReader reader, string[] names, string file, int row)
    {
        var values = new double[names.Length];
        for (var place = 1; place < values.Length; place++)
        {
            values[place] = WidePanel.Number(reader.GetFieldSpan(place), names[place], file, row);
        }

        return values;
    }

    private static bool IsNameOfIndex(CsvDataReader reader) =>
        Enumerable.Range(1, reader.RowFieldCount - 1).All(place => reader.GetFieldSpan(place).IsWhiteSpace())
            && IsDate(reader.GetString(0));

    private static bool IsDate(string name) => PanelColumns.Plain(name) is "date" or "datetime";

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^\(('[^']*'|\w+), ('[^']*'|\w*)\)$")]
    private static partial Regex Pair();

    /// <summary>What pandas adds to a column name that is there already, after the name was made plain.</summary>
    [GeneratedRegex(@"_\d+$")]
    private static partial Regex Again();

    /// <summary>The same before.</summary>
    [GeneratedRegex(@"(?<=^[^.]+)\.\d+$")]
    private static partial Regex Repeat();
}

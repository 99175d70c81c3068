using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>
/// A panel in one file with a row for each day and security, in any order: <c>date</c>, <c>ticker</c>, <c>adj_close</c>,
/// <c>dollar_volume</c> (in units) and, if it is to
/// stand there, <c>sector</c>, of which a security's last day counts.
/// </summary>
internal static class LongPanel
{
    public const string Name = "prices";
    private const string Ticker = "ticker";
    private const string AdjustedClose = "adj_close";
    private const string Volume = "dollar_volume";
    private const string Sector = "sector";

    private static readonly Dictionary<string, ColumnType> _types = new()
    {
        [PanelFiles.Date] = ColumnType.Date,
        [AdjustedClose] = ColumnType.Float64,
        [Volume] = ColumnType.Float64,
    };

    public static PanelSeries Read(string path)
    {
        var file = Path.GetFileName(path);
        var table = PanelFiles.Read(path, _types);
        var (days, tickers) = (PanelFiles.Dates(table, file), table.Values<string>(Ticker));
        if (Array.FindIndex(tickers, string.IsNullOrEmpty) is >= 0 and var empty)
        {
            throw new DataFormatException(DataErrorCodes.PanelDuplicateSecurity, $"Row {empty + 1} of file '{file}' has no ticker.");
        }

        DateOnly[] dates = [.. days.Distinct().Order()];
        string[] securities = [.. tickers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var cells = Cells(file, days, tickers, dates, securities);
        return new PanelSeries(
            dates,
            securities,
            Spread(cells, table.Doubles(AdjustedClose), dates.Length * securities.Length),
            Spread(cells, table.Doubles(Volume), dates.Length * securities.Length),
            table.Has(Sector) ? Sectors(cells, table.Values<string>(Sector), dates.Length, securities.Length) : null);
    }

    /// <summary>The cell of each row, security by security.</summary>
    private static int[] Cells(string file, DateOnly[] days, string[] tickers, DateOnly[] dates, string[] securities)
    {
        var day = dates.Select((date, index) => (date, index)).ToDictionary(pair => pair.date, pair => pair.index);
        var security = securities.Select((name, index) => (name, index))
            .ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var taken = new int[checked(dates.Length * securities.Length)];
        var cells = new int[days.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            var cell = (security[tickers[row]] * dates.Length) + day[days[row]];
            cells[row] = taken[cell] == 0
                ? cell
                : throw new DataFormatException(DataErrorCodes.PanelDuplicateDate,
                    $"File '{file}' has {tickers[row]} on {days[row]:yyyy-MM-dd} twice, in rows {taken[cell]} and {row + 1}.");
            taken[cell] = row + 1;
        }

        return cells;
    }

    private static double[] Spread(int[] cells, double[] values, int count)
    {
        var spread = new double[count];
        Array.Fill(spread, double.NaN);
        for (var row = 0; row < cells.Length; row++)
        {
            spread[cells[row]] = values[row];
        }

        return spread;
    }

    private static string[] Sectors(int[] cells, string[] sectors, int days, int securities)
    {
        var last = new int[securities];
        var named = new string[securities];
        Array.Fill(named, "");
        for (var row = 0; row < cells.Length; row++)
        {
            var (security, day) = Math.DivRem(cells[row], days);
            if (day >= last[security] && !string.IsNullOrEmpty(sectors[row]))
            {
                (last[security], named[security]) = (day, sectors[row]);
            }
        }

        return named;
    }
}

namespace Numerai.Data.Panels;

/// <summary>Rows of a day and security in any order, gathered from one file or several, and laid out as series.</summary>
internal sealed class PanelRows
{
    private readonly List<(string File, int Start)> _parts = [];
    private readonly List<DateOnly> _days = [];
    private readonly List<string> _tickers = [];
    private readonly List<double> _close = [];
    private readonly List<double> _dollarVolume = [];
    private readonly List<string> _sectors = [];
    private bool _anySector;

    /// <summary>Begins the rows of a file.</summary>
    public void Begin(string file, bool hasSectors)
    {
        _parts.Add((file, _days.Count));
        _anySector |= hasSectors;
    }

    public void Add(DateOnly day, string ticker, double close, double dollarVolume, string sector)
    {
        _days.Add(day);
        _tickers.Add(ticker);
        _close.Add(close);
        _dollarVolume.Add(dollarVolume);
        _sectors.Add(sector);
    }

    /// <exception cref="DataFormatException"><c>panel_duplicate_date</c>, or <c>file_too_large</c>.</exception>
    public PanelSeries ToSeries(PanelSource source)
    {
        DateOnly[] dates = [.. _days.Distinct().Order()];
        string[] securities = [.. _tickers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var count = PanelSeries.Cells(_parts[0].File, dates.Length, securities.Length);
        var cells = Cells(dates, securities, count);
        return new PanelSeries(dates, securities, Spread(cells, _close, count), Spread(cells, _dollarVolume, count),
            _anySector ? Sectors(cells, dates.Length, securities.Length) : null, source);
    }

    /// <summary>The cell of each row, security by security.</summary>
    private int[] Cells(DateOnly[] dates, string[] securities, int count)
    {
        var day = dates.Select((date, index) => (date, index)).ToDictionary(pair => pair.date, pair => pair.index);
        var security = securities.Select((name, index) => (name, index))
            .ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var taken = new int[count];
        var cells = new int[_days.Count];
        for (var row = 0; row < cells.Length; row++)
        {
            var cell = (security[_tickers[row]] * dates.Length) + day[_days[row]];
            cells[row] = taken[cell] == 0 ? cell : throw Twice(taken[cell] - 1, row);
            taken[cell] = row + 1;
        }

        return cells;
    }

    private DataFormatException Twice(int first, int second)
    {
        var (file, row) = Place(first);
        var (otherFile, otherRow) = Place(second);
        var what = $"{_tickers[second]} on {_days[second]:yyyy-MM-dd}";
        return new DataFormatException(DataErrorCodes.PanelDuplicateDate, file == otherFile
            ? $"File '{file}' has {what} twice, in rows {row} and {otherRow}. Keep one of them."
            : $"Files '{file}' and '{otherFile}' both have {what}, in rows {row} and {otherRow}. Keep one of them.");
    }

    private (string File, int Row) Place(int row)
    {
        var (file, start) = _parts.FindLast(part => part.Start <= row);
        return (file, row - start + 1);
    }

    private static double[] Spread(int[] cells, List<double> values, int count)
    {
        var spread = new double[count];
        Array.Fill(spread, double.NaN);
        for (var row = 0; row < cells.Length; row++)
        {
            spread[cells[row]] = values[row];
        }

        return spread;
    }

    /// <summary>The sector of a security's last day that has one.</summary>
    private string[] Sectors(int[] cells, int days, int securities)
    {
        var last = new int[securities];
        var named = new string[securities];
        Array.Fill(named, "");
        for (var row = 0; row < cells.Length; row++)
        {
            var (security, day) = Math.DivRem(cells[row], days);
            if (day >= last[security] && _sectors[row].Length > 0)
            {
                (last[security], named[security]) = (day, _sectors[row]);
            }
        }

        return named;
    }
}

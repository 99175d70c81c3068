using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>
/// Loads a panel from a folder; each file is CSV, plain or gzip, or Parquet. Long: <c>prices</c> with a row for each day and security
/// (<see cref="LongPanel"/>). Wide: <c>daily_adj_close</c> and <c>daily_dollar_volume_k</c> with a column a security
/// (<see cref="WidePanel"/>). Beside either: <c>universe</c>
/// (<c>ticker</c>, <c>sector</c>) and, when there is one, a membership file <c>*membership*</c> (<c>ticker</c>, <c>start_date</c>,
/// <c>end_date</c>, both inclusive,
/// empty = open).
/// </summary>
public static class PanelFolder
{
    /// <param name="folder">Folder with the files above.</param>
    /// <param name="useMembership">False ignores a membership file: every security counts from its first price.</param>
    /// <exception cref="DataFormatException">A file is missing or malformed, or the panel breaks a rule of
    /// <see cref="PanelChecks"/>.</exception>
    public static PricePanel Load(string folder, bool useMembership = true)
    {
        var series = PanelFiles.TryFind(folder, LongPanel.Name) is { } prices ? LongPanel.Read(prices)
            : PanelFiles.TryFind(folder, WidePanel.CloseName) is not null ? WidePanel.Read(folder)
            : throw new DataFormatException(DataErrorCodes.PanelFileMissing,
                $"Folder '{folder}' has neither {LongPanel.Name} (a row a day and security) nor {WidePanel.CloseName} (a column a "
                    + "security), as .parquet, .csv.gz or .csv.");
        var sectors = series.Sectors ?? ReadSectors(PanelFiles.Find(folder, "universe"), series.Securities);
        var spells = useMembership
            ? Directory.EnumerateFiles(folder, "*membership*").Where(PanelFiles.IsTable).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        return new PricePanel(series.Dates, series.Securities, sectors, series.Close, series.DollarVolume,
            spells is null ? null : ReadMembership(spells, series.Dates, series.Securities));
    }

    private static string[] ReadSectors(string path, string[] securities)
    {
        var table = PanelFiles.Read(path);
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
        var table = PanelFiles.Read(path, types);
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

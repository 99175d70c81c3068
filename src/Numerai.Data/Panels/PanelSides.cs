using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>What stands beside prices: sectors of securities, and when each was a member of the universe.</summary>
internal static class PanelSides
{
    public const string Universe = "universe";
    private const string Start = "start_date";
    private const string End = "end_date";

    /// <summary>The membership file of a folder, or null.</summary>
    public static string? MembershipFile(string folder) =>
        Directory.EnumerateFiles(folder, "*membership*").Where(PanelFiles.IsTable).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Sectors by the file <c>universe</c>; empty text for a security that is not in it.</summary>
    public static string[] Sectors(string path, string[] securities, PanelReadOptions options)
    {
        var table = Columns(path, [], out var columns, PanelColumns.Ticker, PanelColumns.Sector);
        var (tickers, named) = (PanelFiles.Texts(table[columns[0]]), PanelFiles.Texts(table[columns[1]]));
        var sectors = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < tickers.Length; i++)
        {
            sectors[tickers[i]] = named[i];
        }

        return Array.ConvertAll(securities, security => sectors.GetValueOrDefault(security, ""));
    }

    public static bool[] Membership(string path, DateOnly[] dates, string[] securities, PanelReadOptions options)
    {
        var table = Columns(path, [Start, End], out var columns, PanelColumns.Ticker);
        var read = new PanelDates(Path.GetFileName(path), options.DateOrder);
        var positions = securities.Select((security, i) => (security, i)).ToDictionary(p => p.security, p => p.i, StringComparer.Ordinal);
        var tickers = PanelFiles.Texts(table[columns[0]]);
        var starts = Days(read, table[columns[1]], DateOnly.MinValue);
        var ends = Days(read, table[columns[2]], DateOnly.MaxValue);
        var member = new bool[dates.Length * securities.Length];
        for (var i = 0; i < tickers.Length; i++)
        {
            if (positions.TryGetValue(tickers[i], out var security))
            {
                var first = Lower(dates, starts[i]);
                var beyond = ends[i] == DateOnly.MaxValue ? dates.Length : Lower(dates, ends[i].AddDays(1));
                member.AsSpan((security * dates.Length) + first, Math.Max(0, beyond - first)).Fill(true);
            }
        }

        return member;
    }

    /// <summary>Columns by role and then by name, in any case.</summary>
    private static Table Columns(string path, string[] named, out string[] columns, params string[] roles)
    {
        var header = PanelFiles.Header(path);
        var file = Path.GetFileName(path);
        var found = PanelColumns.Of(header, new Dictionary<string, string>(), file);
        string?[] all = [
            .. roles.Select(role => found[role]),
            .. named.Select(name => header.FirstOrDefault(column => PanelColumns.Plain(column) == name))];
        columns = all.All(name => name is not null) ? [.. all.OfType<string>()]
            : throw new DataFormatException(DataErrorCodes.ColumnMissing,
                $"File '{file}' needs the columns {string.Join(", ", roles.Concat(named))}, but has {PanelColumns.Quote(header)}.");
        return PanelFiles.Read(path, columns, []);
    }

    /// <summary>Days of a column that may be open.</summary>
    private static DateOnly[] Days(PanelDates read, TableColumn column, DateOnly open)
    {
        int[] there = [.. Enumerable.Range(0, column.Length).Where(row => !(column.Missing?[row] ?? false))];
        var some = read.Of(column.Take(there));
        var days = new DateOnly[column.Length];
        Array.Fill(days, open);
        for (var i = 0; i < there.Length; i++)
        {
            days[there[i]] = some[i];
        }

        return days;
    }

    private static int Lower(DateOnly[] dates, DateOnly date)
    {
        var at = Array.BinarySearch(dates, date);
        return at < 0 ? ~at : at;
    }
}

namespace Numerai.Data.Panels;

/// <summary>Which column of a long file is what: as declared, or by the names that the field gives it, in any case.</summary>
public sealed class PanelColumns
{
    public const string Date = "date";
    public const string Ticker = "ticker";
    public const string AdjustedClose = "adj_close";
    public const string Close = "close";
    public const string Volume = "volume";
    public const string DollarVolume = "dollar_volume";
    public const string Sector = "sector";

    private const int Shown = 12;

    /// <summary>Names by which a column of each kind is known, the first that is there counts.</summary>
    private static readonly (string Role, string[] Names)[] _known =
    [
        (Date, [
            "date", "trade_date", "trading_date", "tradedate", "datetime", "date_time", "timestamp", "day", "time", "", "unnamed:_0",
            "index", "__index_level_0__"]),
        (Ticker, ["ticker", "symbol", "tic", "code", "name", "stock", "instrument", "security", "asset", "ts_code", "act_symbol"]),
        (AdjustedClose, [
            "adj_close", "adjusted_close", "adjclose", "adjustedclose", "close_adj", "closeadj", "adj_close_price", "close_adjusted",
            "adjusted"]),
        (Close, ["close", "close_price", "closing_price", "price", "px_last", "last", "prc"]),
        (Volume, ["volume", "vol", "shares", "shares_traded", "px_volume", "total_volume"]),
        (DollarVolume, ["dollar_volume", "dollarvolume", "volume_usd", "traded_value", "value_traded"]),
        (Sector, ["sector", "gics_sector"]),
    ];

    private readonly Dictionary<string, string> _found;

    private PanelColumns(Dictionary<string, string> found) => _found = found;

    /// <summary>The words by which columns are declared.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. _known.Select(known => known.Role)];

    /// <summary>The name of the column in the file by its role.</summary>
    public IReadOnlyDictionary<string, string> Found => _found;

    /// <summary>The name of the column, or null when the file has none of this role.</summary>
    public string? this[string role] => _found.GetValueOrDefault(role);

    /// <summary>The column that closes are taken from; unadjusted ones count when there are no others.</summary>
    internal string? Closes => this[AdjustedClose] ?? this[Close];

    /// <summary>Reads declarations such as <c>ticker=Name,close=Last</c>.</summary>
    /// <exception cref="DataFormatException"><c>panel_columns</c>.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var declared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(','))
        {
            var role = part.Split('=')[0].Trim();
            if (!part.Contains('=', StringComparison.Ordinal) || !Roles.Contains(role, StringComparer.Ordinal)
                || !declared.TryAdd(role, part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim()))
            {
                throw new DataFormatException(DataErrorCodes.PanelColumns,
                    $"'{part.Trim()}' declares no column; write each of {string.Join(", ", Roles)} at most once, such as "
                        + "ticker=Name,close=Last,volume=Vol.");
            }
        }

        return declared;
    }

    /// <summary>Finds the columns of a file.</summary>
    /// <exception cref="DataFormatException"><c>column_missing</c> when a declared column is not there.</exception>
    internal static PanelColumns Of(IReadOnlyList<string> header, IReadOnlyDictionary<string, string> declared, string file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, name) in declared)
        {
            found[role] = header.FirstOrDefault(column => column == name)
                ?? header.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new DataFormatException(DataErrorCodes.ColumnMissing,
                    $"File '{file}' has no column '{name}', which was declared to be {role}; its columns are {Quote(header)}.");
        }

        foreach (var (role, names) in _known.Where(known => !found.ContainsKey(known.Role)))
        {
            var free = header.Where(column => !found.ContainsValue(column)).ToLookup(Plain, StringComparer.Ordinal);
            if (names.FirstOrDefault(free.Contains) is { } name)
            {
                found[role] = free[name].First();
            }
        }

        return new PanelColumns(found);
    }

    /// <summary>Everything that a file of one row a day and security lacks, in one sentence; null when it lacks nothing.</summary>
    internal string? Missing(bool tickerIsFile)
    {
        string?[] missing =
        [
            this[Date] is null ? Date : null,
            this[Ticker] is null && !tickerIsFile ? Ticker : null,
            Closes is null ? $"{AdjustedClose} (or {Close})" : null,
            this[DollarVolume] is null && this[Volume] is null ? $"{DollarVolume} (or {Volume} in shares, which close multiplies)" : null,
        ];
        return Array.TrueForAll(missing, one => one is null) ? null : string.Join(", ", missing.OfType<string>());
    }

    /// <summary>A name without its case, its brackets and what stands between its words.</summary>
    internal static string Plain(string name) =>
        name.Trim().Trim('<', '>', '*').Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_').Replace('.', '_');

    internal static string Quote(IReadOnlyList<string> names) => string.Join(", ", names.Take(Shown).Select(name => $"'{Cut(name)}'"))
        + (names.Count > Shown ? $" and {names.Count - Shown} more" : "");

    private static string Cut(string name) => name.Length > 40 ? name[..40] + "..." : name;
}

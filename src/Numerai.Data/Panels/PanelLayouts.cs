namespace Numerai.Data.Panels;

/// <summary>The layouts that are read, as messages and reports call them.</summary>
internal static class PanelLayouts
{
    public const string Long = "long";
    public const string Stooq = "long (stooq)";
    public const string Eod = "long (EODHD)";
    public const string Kaggle = "long (Kaggle)";
    public const string FileEach = "a file a security";
    public const string TwoHeaders = "yfinance (two header rows)";
    public const string Wide = "wide";

    /// <summary>What a refusal says about layouts.</summary>
    public const string Read = "Read are: a row a day and security (date, ticker, adj_close or close, dollar_volume or volume, by the "
        + "names that stooq, EODHD, Kaggle and others give them; declare other names with --columns ticker=Name,close=Last); such a file a "
        + "security; yfinance's table with two header rows; daily_adj_close with daily_dollar_volume_k, daily_dollar_volume or "
        + "daily_volume, a column a security.";

    /// <summary>
    /// Whether a file counts shares as its adjusted closes do: EODHD's volumes are adjusted for splits, its closes are not. Files with the
    /// factor of each split beside the same name of the column count shares as they were traded.
    /// </summary>
    public static bool SharesAreAdjusted(IReadOnlyList<string> header, PanelColumns columns) =>
        columns[PanelColumns.AdjustedClose] is { } adjusted && PanelColumns.Plain(adjusted) == "adjusted_close"
        && !header.Any(name => PanelColumns.Plain(name).Contains("split", StringComparison.Ordinal));

    public static string OfLong(IReadOnlyList<string> header, PanelColumns columns) =>
        header.Any(name => name.TrimStart().StartsWith('<')) ? Stooq
        : columns[PanelColumns.Ticker] is not { } ticker ? Long
        : PanelColumns.Plain(ticker) == "code" && header.Any(name => PanelColumns.Plain(name) == "adjusted_close") ? Eod
        : PanelColumns.Plain(ticker) == "name" ? Kaggle
        : Long;
}

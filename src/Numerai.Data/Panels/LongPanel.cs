using Numerai.Data.Tables;

namespace Numerai.Data.Panels;

/// <summary>
/// A panel with a row for each day and security, in any order, in one file or in a file a security, whose name is the ticker when no column
/// says it. Columns are found by <see cref="PanelColumns"/>.
/// </summary>
internal static class LongPanel
{
    public const string Name = "prices";

    public static PanelSeries Read(string path, PanelReadOptions options)
    {
        var file = Path.GetFileName(path);
        var header = PanelFiles.Header(path);
        var columns = PanelColumns.Of(header, options.Columns, file);
        if (columns.Missing(tickerIsFile: false) is { } missing)
        {
            throw new DataFormatException(DataErrorCodes.ColumnMissing,
                $"File '{file}' lacks {missing}; its columns are {PanelColumns.Quote(header)}. {PanelLayouts.Read}");
        }

        var rows = new PanelRows();
        Add(rows, path, columns, options);
        return rows.ToSeries(new PanelSource(PanelLayouts.OfLong(header, columns), [file], columns.Found));
    }

    /// <summary>A file a security, or parts of a long file.</summary>
    public static PanelSeries Read(IReadOnlyList<string> paths, PanelReadOptions options)
    {
        var rows = new PanelRows();
        PanelColumns? first = null;
        foreach (var path in paths)
        {
            var file = Path.GetFileName(path);
            var header = PanelFiles.Header(path);
            var columns = PanelColumns.Of(header, options.Columns, file);
            if (columns.Missing(tickerIsFile: true) is { } missing)
            {
                throw new DataFormatException(DataErrorCodes.ColumnMissing,
                    $"File '{file}', taken for one of {paths.Count} with prices, lacks {missing}; its columns are "
                        + $"{PanelColumns.Quote(header)}. {PanelLayouts.Read}");
            }

            first ??= columns;
            Add(rows, path, columns, options);
        }

        return rows.ToSeries(new PanelSource(PanelLayouts.FileEach, [.. paths.Select(path => Path.GetFileName(path)!)], first!.Found));
    }

    private static void Add(PanelRows rows, string path, PanelColumns columns, PanelReadOptions options)
    {
        var file = Path.GetFileName(path);
        string[] numbers = [
            .. new[] { columns.Closes, columns[PanelColumns.Close], columns[PanelColumns.Volume], columns[PanelColumns.DollarVolume] }
                .OfType<string>()];
        string[] texts = [
            .. new[] { columns[PanelColumns.Date], columns[PanelColumns.Ticker], columns[PanelColumns.Sector] }.OfType<string>()];
        var table = PanelFiles.Read(path, [.. texts, .. numbers], numbers);
        var days = new PanelDates(file, options.DateOrder).Of(table[columns[PanelColumns.Date]!]);
        var close = table.Doubles(columns.Closes!);
        var volume = DollarVolume(table, columns, close, PanelLayouts.SharesAreAdjusted(PanelFiles.Header(path), columns));
        var tickers = columns[PanelColumns.Ticker] is { } ticker ? PanelFiles.Texts(table[ticker]) : null;
        var sectors = columns[PanelColumns.Sector] is { } sector ? PanelFiles.Texts(table[sector]) : null;
        var stem = PanelFiles.Stem(path);
        rows.Begin(file, sectors is not null);
        for (var row = 0; row < days.Length; row++)
        {
            var name = tickers is null ? stem : tickers[row];
            rows.Add(days[row], name.Length > 0 ? name : throw new DataFormatException(DataErrorCodes.PanelDuplicateSecurity,
                $"Row {row + 1} of file '{file}' has no ticker."), close[row], volume[row], sectors?[row] ?? "");
        }
    }

    /// <summary>
    /// As it stands in the file, else close times shares: the close as traded, when the file has it beside the adjusted one, unless the
    /// shares are adjusted, too.
    /// </summary>
    private static double[] DollarVolume(Table table, PanelColumns columns, double[] close, bool sharesAreAdjusted)
    {
        if (columns[PanelColumns.DollarVolume] is { } given)
        {
            return table.Doubles(given);
        }

        var traded = columns[PanelColumns.Close] is { } raw && !sharesAreAdjusted ? table.Doubles(raw) : close;
        var shares = table.Doubles(columns[PanelColumns.Volume]!);
        for (var row = 0; row < shares.Length; row++)
        {
            shares[row] *= traded[row];
        }

        return shares;
    }
}

namespace Numerai.Data.Panels;

/// <summary>
/// Loads a panel from a folder; each file is CSV, plain or gzip, or Parquet. Long: <c>prices</c> with a row for each day and security
/// (<see cref="LongPanel"/>), or a file a security, or yfinance's two header rows. Wide: <c>daily_adj_close</c> and volumes with a column
/// a security (<see cref="WidePanel"/>). Beside either, where there is one: <c>universe</c> (<c>ticker</c>, <c>sector</c>) and a
/// membership file <c>*membership*</c> (<c>ticker</c>, <c>start_date</c>, <c>end_date</c>, both inclusive, empty = open).
/// </summary>
public static class PanelFolder
{
    /// <param name="folder">Folder with the files above.</param>
    /// <param name="useMembership">False ignores a membership file: every security counts from its first price.</param>
    /// <exception cref="DataFormatException">A file is missing or malformed, or the panel breaks a rule of
    /// <see cref="PanelChecks"/>.</exception>
    public static PricePanel Load(string folder, bool useMembership = true) =>
        Read(folder, PanelReadOptions.Default with { UseMembership = useMembership }).Panel;

    /// <summary>The panel with what was understood of its files.</summary>
    /// <exception cref="DataFormatException">As <see cref="Load"/>; <c>panel_thin_day</c> when days are thin and nothing was said about
    /// them.</exception>
    public static (PricePanel Panel, PanelReport Report) Read(string folder, PanelReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var series = ReadPrices(folder, options);
        var thin = ThinDay.Find(series);
        if (thin.Count > 0 && options.ThinDays == ThinDays.Refuse)
        {
            throw new DataFormatException(DataErrorCodes.PanelThinDay, ThinDay.Refusal(thin));
        }

        var kept = options.ThinDays == ThinDays.Drop && thin.Count > 0 ? series.Without(thin.Select(day => day.Day).ToHashSet()) : series;
        var universe = PanelFiles.TryFind(folder, PanelSides.Universe);
        var sectors = kept.Sectors
            ?? (universe is null ? new string[kept.Securities.Length] : PanelSides.Sectors(universe, kept.Securities, options));
        var spells = options.UseMembership ? PanelSides.MembershipFile(folder) : null;
        var panel = new PricePanel(kept.Dates, kept.Securities, Array.ConvertAll(sectors, sector => sector ?? ""), kept.Close,
            kept.DollarVolume, spells is null ? null : PanelSides.Membership(spells, kept.Dates, kept.Securities, options),
            options.LongestClosing);
        string?[] beside = [kept.Sectors is null ? universe : null, spells];
        return (panel, PanelReport.Of(panel, series.Source with
        {
            Files = [.. series.Source.Files, .. beside.OfType<string>().Select(path => Path.GetFileName(path)!)],
        }, thin, options));
    }

    private static PanelSeries ReadPrices(string folder, PanelReadOptions options)
    {
        if (!Directory.Exists(folder))
        {
            throw new DataFormatException(DataErrorCodes.PanelFileMissing, $"There is no folder '{folder}'.");
        }

        if (PanelFiles.TryFind(folder, LongPanel.Name) is { } prices)
        {
            return TwoHeaderPanel.TryRead(prices, options) ?? LongPanel.Read(prices, options);
        }

        if (PanelFiles.TryFind(folder, WidePanel.CloseName) is not null)
        {
            return WidePanel.Read(folder, options);
        }

        string[] tables = [.. Directory.EnumerateFiles(folder).Where(PanelFiles.IsTable)
            .Where(path => PanelFiles.Stem(path) != PanelSides.Universe
                && !Path.GetFileName(path).Contains("membership", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return tables switch
        {
            [] => throw new DataFormatException(DataErrorCodes.PanelFileMissing,
                $"Folder '{folder}' has neither {LongPanel.Name} nor {WidePanel.CloseName} nor other files with prices, as .parquet, "
                    + $".csv.gz or .csv. {PanelLayouts.Read}"),
            [var only] when TwoHeaderPanel.TryRead(only, options) is { } series => series,
            [var only] when PanelColumns.Of(PanelFiles.Header(only), options.Columns, only)[PanelColumns.Ticker] is not null =>
                LongPanel.Read(only, options),
            _ => LongPanel.Read(tables, options),
        };
    }
}

using System.Globalization;
using Numerai.Data.Features;

namespace Numerai.Data.Panels;

/// <summary>Everything that is odd about a panel, with what to do.</summary>
internal static class PanelOddities
{
    private const int Named = 5;

    public static IReadOnlyList<PanelOddity> Of(
        PricePanel panel, PanelSource source, IReadOnlyList<PanelClosing> closings, IReadOnlyList<ThinDay> thin, bool dropped)
    {
        PanelOddity?[] all =
        [
            closings.Count == 0 ? null : new PanelOddity(PanelOddityKinds.Closing, closings.Count,
                Some(closings.Select(closing => $"{Text(closing.LastBefore)} to {Text(closing.FirstAfter)} ({closing.Days} days)")),
                "Taken for a closed market. If days are missing instead, fill them."),
            thin.Count == 0 ? null : dropped
                ? new PanelOddity(PanelOddityKinds.ThinDayDropped, thin.Count, ThinDay.Names(thin), "Left out, as asked for.")
                : new PanelOddity(PanelOddityKinds.ThinDayKept, thin.Count, ThinDay.Names(thin), "Taken for trading days, as asked for."),
            Weekends(panel),
            source.Columns.ContainsKey(PanelColumns.AdjustedClose) ? null : new PanelOddity(PanelOddityKinds.UnadjustedClose,
                panel.Securities.Count, $"closes are those of '{source.Columns[PanelColumns.Close]}'",
                "They are taken for adjusted. If splits and dividends are still in them, give an adj_close."),
            MoneyOddities.Shares(panel, source),
            Splits(panel),
            Each(panel, PanelOddityKinds.StalePrice, Stale, "A price that nobody made. Leave cells empty on days without a trade."),
            SameSecurities.Find(panel),
            Each(panel, PanelOddityKinds.PriceGap, Gap, "Out of the universe meanwhile: prices are carried forward for "
                + $"{MarketHistory.LongestFillDays} days only."),
            Each(panel, PanelOddityKinds.Delisted, Delisted, "They leave the universe; targets keep the last price. Fill what is missing."),
            panel.Sectors.All(sector => sector.Length > 0) ? null : new PanelOddity(PanelOddityKinds.NoSector,
                panel.Sectors.Count(sector => sector.Length == 0),
                Some(panel.Securities.Where((_, security) => panel.Sectors[security].Length == 0)),
                "Counted as one sector of their own. Give a file universe with ticker and sector."),
        ];
        return [.. all.OfType<PanelOddity>()];
    }

    /// <summary>The first of many.</summary>
    internal static string Some(IEnumerable<string> all)
    {
        string[] named = [.. all];
        return string.Join(", ", named.Take(Named)) + (named.Length > Named ? $" and {named.Length - Named} more" : "");
    }

    private static PanelOddity? Weekends(PricePanel panel)
    {
        DateOnly[] days = [.. panel.Dates.Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)];
        return days.Length == 0 ? null : new PanelOddity(PanelOddityKinds.WeekendDay, days.Length, Some(days.Select(Text)),
            "Taken for trading days, since most securities trade. Where a market is closed at weekends, times may be of another zone.");
    }

    private static PanelOddity? Splits(PricePanel panel)
    {
        var found = Enumerable.Range(0, panel.Securities.Count)
            .SelectMany(security => SecurityOddities.Splits(panel.Close(security), panel.DollarVolume(security))
                .Select(split => string.Create(CultureInfo.InvariantCulture,
                    $"{panel.Securities[security]} on {panel.Dates[split.Day]:yyyy-MM-dd} ({Ratio(split.Ratio)})"))).ToList();
        return found.Count == 0 ? null : new PanelOddity(PanelOddityKinds.UnadjustedSplit, found.Count, Some(found),
            "Looks like a split that the closes are not adjusted for. Divide the closes before it by the ratio.");
    }

    private static string Ratio(double ratio) => ratio switch
    {
        1.5 => "3 for 2",
        1 / 1.5 => "2 for 3",
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{ratio:0} for 1"),
        _ => string.Create(CultureInfo.InvariantCulture, $"1 for {1 / ratio:0}"),
    };

    private static string? Stale(PricePanel panel, int security) =>
        SecurityOddities.Stale(panel.Close(security)) is { } stale
            ? $"{panel.Securities[security]} from {Text(panel.Dates[stale.First])} to {Text(panel.Dates[stale.Last])}"
            : null;

    private static string? Gap(PricePanel panel, int security) =>
        SecurityOddities.Gap(panel.Close(security)) is { } gap
            ? $"{panel.Securities[security]} from {Text(panel.Dates[gap.First])} to {Text(panel.Dates[gap.Last])}"
            : null;

    private static string? Delisted(PricePanel panel, int security)
    {
        var (first, last) = SecurityOddities.Life(panel.Close(security));
        return last < first ? $"{panel.Securities[security]} (no price at all)"
            : panel.Dates.Count - 1 - last > MarketHistory.LongestFillDays
                ? $"{panel.Securities[security]} after {Text(panel.Dates[last])}"
                : null;
    }

    private static PanelOddity? Each(PricePanel panel, string kind, Func<PricePanel, int, string?> find, string advice)
    {
        var found = Enumerable.Range(0, panel.Securities.Count).Select(security => find(panel, security)).OfType<string>().ToList();
        return found.Count == 0 ? null : new PanelOddity(kind, found.Count, Some(found), advice);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

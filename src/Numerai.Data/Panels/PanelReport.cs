namespace Numerai.Data.Panels;

/// <summary>What was understood of a folder of prices.</summary>
/// <param name="Layout">The layout of the files of prices.</param>
/// <param name="Files">The files that were read.</param>
/// <param name="Columns">What was taken from where, by role; products are written with an x.</param>
/// <param name="FirstDay">First trading day.</param>
/// <param name="LastDay">Last trading day.</param>
/// <param name="Days">Number of trading days.</param>
/// <param name="Weeks">Number of weeks with a trading day, each an era at most.</param>
/// <param name="Closings">Times of more than a week without a trading day.</param>
/// <param name="Securities">Number of securities.</param>
/// <param name="Sectors">Number of different sectors; 0 when nothing says them.</param>
/// <param name="HasMembership">Whether a file says when securities belong to the universe.</param>
/// <param name="MissingShare">Share of closes that are missing between a security's first and last one, 0 to 1.</param>
/// <param name="Oddities">What is let pass and told.</param>
public sealed record PanelReport(
    string Layout,
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<string, string> Columns,
    DateOnly FirstDay,
    DateOnly LastDay,
    int Days,
    int Weeks,
    IReadOnlyList<PanelClosing> Closings,
    int Securities,
    int Sectors,
    bool HasMembership,
    double MissingShare,
    IReadOnlyList<PanelOddity> Oddities)
{
    /// <summary>A pause of more days is listed: New York closed for seven in September 2001.</summary>
    private const int UsualPauseDays = 7;

    internal static PanelReport Of(PricePanel panel, PanelSource source, IReadOnlyList<ThinDay> thin, PanelReadOptions options)
    {
        PanelClosing[] closings = [.. Enumerable.Range(1, panel.Dates.Count - 1)
            .Select(day => new PanelClosing(
                panel.Dates[day - 1], panel.Dates[day], panel.Dates[day].DayNumber - panel.Dates[day - 1].DayNumber))
            .Where(closing => closing.Days > UsualPauseDays)];
        return new PanelReport(source.Layout, source.Files, source.Columns, panel.Dates[0], panel.Dates[^1], panel.Dates.Count,
            Eras.EraCalendar.WeeklyDays(panel.Dates).Length, closings, panel.Securities.Count,
            panel.Sectors.Where(sector => sector.Length > 0).Distinct(StringComparer.Ordinal).Count(),
            source.Files.Any(file => file.Contains("membership", StringComparison.Ordinal)), ShareMissing(panel),
            PanelOddities.Of(panel, source, closings, thin, options.ThinDays == ThinDays.Drop));
    }

    private static double ShareMissing(PricePanel panel)
    {
        var (missing, all) = (0L, 0L);
        for (var security = 0; security < panel.Securities.Count; security++)
        {
            var (first, last) = SecurityOddities.Life(panel.Close(security));
            for (var day = first; day <= last; day++, all++)
            {
                missing += double.IsNaN(panel.Close(security)[day]) ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)missing / all;
    }
}

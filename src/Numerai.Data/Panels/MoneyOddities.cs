namespace Numerai.Data.Panels;

/// <summary>Volumes that look like numbers of shares where money is asked for.</summary>
internal static class MoneyOddities
{
    private const double MostlyWhole = 0.999;
    private const double Half = 0.5;

    /// <summary>Money rounded to thousands is whole as well, but round.</summary>
    private const double Round = 100;

    /// <summary>
    /// Shares are whole numbers, and money is not, unless it was rounded: so it is told where volumes are whole, mostly not round, and
    /// closes are no whole numbers. Volumes that were made of shares here cannot be.
    /// </summary>
    public static PanelOddity? Shares(PricePanel panel, PanelSource source)
    {
        if (!source.Columns.TryGetValue(PanelColumns.DollarVolume, out var column)
            || column.Contains(" x ", StringComparison.Ordinal))
        {
            return null;
        }

        var (volumes, whole, round, closes, wholeCloses) = (0L, 0L, 0L, 0L, 0L);
        for (var security = 0; security < panel.Securities.Count; security++)
        {
            var close = panel.Close(security);
            var volume = panel.DollarVolume(security);
            for (var day = 0; day < close.Length; day++)
            {
                closes += double.IsNaN(close[day]) ? 0 : 1;
                wholeCloses += IsWhole(close[day]) ? 1 : 0;
                volumes += volume[day] > 0 ? 1 : 0;
                whole += volume[day] > 0 && IsWhole(volume[day]) ? 1 : 0;
                round += volume[day] > 0 && IsWhole(volume[day] / Round) ? 1 : 0;
            }
        }

        return volumes == 0 || whole < MostlyWhole * volumes || round > Half * volumes || wholeCloses > Half * closes
            ? null
            : new PanelOddity(PanelOddityKinds.SharesForMoney, panel.Securities.Count,
                $"'{column}' holds whole numbers only, as numbers of shares are",
                "If it does hold shares, call it volume (--columns volume=NAME, or a file daily_volume): close multiplies it then.");
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) <= 1e-9 * Math.Abs(value);
}

using System.Globalization;

namespace Numerai.Data.Panels;

/// <summary>A day on which fewer than half as many securities trade as on the days around it.</summary>
/// <param name="Day">Its place in the panel, from 0.</param>
/// <param name="Date">The day.</param>
/// <param name="Trading">Securities with a price that day, without those whose price was only carried over (unchanged, no volume).</param>
/// <param name="Usual">Of the days before and after the smaller median.</param>
internal sealed record ThinDay(int Day, DateOnly Date, int Trading, int Usual)
{
    /// <summary>Days before and after that it is compared with.</summary>
    private const int Around = 5;

    /// <summary>From here on an unchanged price without volume is no trade on a weekday either; a few securities may all rest.</summary>
    private const int Enough = 10;

    private const int Named = 5;

    /// <summary>
    /// In the order of days. What is found is left out and looked for again, since a thin day hides its neighbour where a panel begins or
    /// ends.
    /// </summary>
    public static List<ThinDay> Find(PanelSeries series)
    {
        var (priced, traded) = Counts(series);
        var thin = new List<ThinDay>();
        int[] days = [.. Enumerable.Range(0, priced.Length)];
        while (Among(series, days, priced, traded) is { Count: > 0 } found)
        {
            thin.AddRange(found);
            days = [.. days.Except(found.Select(day => day.Day))];
        }

        return [.. thin.OrderBy(day => day.Day)];
    }

    private static List<ThinDay> Among(PanelSeries series, int[] days, int[] pricedOfAll, int[] tradedOfAll)
    {
        int[] priced = [.. days.Select(day => pricedOfAll[day])];
        int[] traded = [.. days.Select(day => tradedOfAll[day])];
        var thin = new List<ThinDay>();
        for (var place = 0; place < days.Length; place++)
        {
            var (usualPriced, usualTraded) = (UsualOf(priced, place), UsualOf(traded, place));
            var date = series.Dates[days[place]];
            var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (2 * priced[place] < usualPriced)
            {
                thin.Add(new ThinDay(days[place], date, priced[place], usualPriced));
            }
            else if (2 * traded[place] < usualTraded && (weekend || usualTraded >= Enough))
            {
                thin.Add(new ThinDay(days[place], date, traded[place], usualTraded));
            }
        }

        return thin;
    }

    /// <summary>The sentence that refuses a panel for such days.</summary>
    public static string Refusal(IReadOnlyList<ThinDay> days) =>
        $"On {Names(days)} fewer than half as many securities trade as on the days around, so {(days.Count == 1 ? "it is no trading day"
            : "they are no trading days")}. Drop such days with --thin-days drop, take them as they are with --thin-days keep, or fill "
            + "their rows.";

    /// <summary>The days by name with how many trade.</summary>
    public static string Names(IReadOnlyList<ThinDay> days) =>
        string.Join(", ", days.Take(Named).Select(day => string.Create(CultureInfo.InvariantCulture,
            $"{day.Date:yyyy-MM-dd} ({day.Date.DayOfWeek}, {day.Trading} of {day.Usual})")))
        + (days.Count > Named ? $" and {days.Count - Named} more days" : "");

    private static (int[] Priced, int[] Traded) Counts(PanelSeries series)
    {
        var days = series.Dates.Length;
        var (priced, traded) = (new int[days], new int[days]);
        for (var security = 0; security < series.Securities.Length; security++)
        {
            var last = double.NaN;
            for (var day = 0; day < days; day++)
            {
                var (close, volume) = (series.Close[(security * days) + day], series.DollarVolume[(security * days) + day]);
                if (!double.IsNaN(close))
                {
                    priced[day]++;
                    traded[day] += close == last && volume is 0 or double.NaN ? 0 : 1;
                    last = close;
                }
            }
        }

        return (priced, traded);
    }

    /// <summary>The smaller median, so that neither the first nor the last days of many securities look thin.</summary>
    private static int UsualOf(int[] counts, int day)
    {
        int[] sides = [
            .. new[] { counts[Math.Max(0, day - Around)..day], counts[(day + 1)..Math.Min(counts.Length, day + 1 + Around)] }
                .Where(side => side.Length > 0).Select(Median)];
        return sides.Length == 0 ? 0 : sides.Min();
    }

    private static int Median(int[] counts)
    {
        Array.Sort(counts);
        return counts[counts.Length / 2];
    }
}

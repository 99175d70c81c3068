using System.Globalization;

namespace Numerai.Data.Eras;

/// <summary>Eras of history are weekly: the last trading day of each ISO week. Era numbers count from 1 and are written with four
/// digits.</summary>
public static class EraCalendar
{
    /// <summary>Positions in <paramref name="dates"/> of the last trading day of each week, ascending. The last week counts although it may
    /// be incomplete.</summary>
    public static int[] WeeklyDays(IReadOnlyList<DateOnly> dates)
    {
        var days = new List<int>();
        for (var day = 0; day < dates.Count; day++)
        {
            if (day + 1 == dates.Count || Week(dates[day + 1]) != Week(dates[day]))
            {
                days.Add(day);
            }
        }

        return [.. days];
    }

    /// <summary>Text form of an era number: 7 is "0007".</summary>
    public static string Name(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Number of the week; day 0 of .NET's calendar was a Monday.</summary>
    private static int Week(DateOnly date) => date.DayNumber / 7;
}

using Numerai.Data.Features;
using Numerai.Data.Targets;

namespace Numerai.Data.Releases;

/// <summary>Lays the rounds of a release on the calendar of its panel's trading days.</summary>
internal static class RoundCalendar
{
    private static readonly TimeOnly Opening = new(12, 0);
    private static readonly TimeOnly Closing = new(14, 0);

    public static ReleaseRound Round(int number, RawEra era, IReadOnlyList<DateOnly> tradingDays)
    {
        var untilSaturday = (((int)DayOfWeek.Saturday - (int)era.Date.DayOfWeek + 6) % 7) + 1;
        var saturday = era.Date.AddDays(untilSaturday);
        var scoring = Enumerable.Range(1, TargetDefinition.MainDays)
            .Select(day => TradingDay(tradingDays, TargetBuilder.LastDay(era, day)).AddDays(1)).ToArray();
        return new ReleaseRound(number, era.Number, era.Date, At(saturday, Opening), At(saturday.AddDays(1), Closing), scoring);
    }

    /// <summary>Days after the panel's end are counted as weekdays; holidays become known with a longer panel.</summary>
    private static DateOnly TradingDay(IReadOnlyList<DateOnly> tradingDays, int position)
    {
        var day = tradingDays[Math.Min(position, tradingDays.Count - 1)];
        for (var beyond = position - (tradingDays.Count - 1); beyond > 0; beyond--)
        {
            day = day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : day.DayOfWeek == DayOfWeek.Saturday ? 2 : 1);
        }

        return day;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time, DateTimeKind.Utc));
}

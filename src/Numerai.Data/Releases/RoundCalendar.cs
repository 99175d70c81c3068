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
            .Select(day => tradingDays[TargetBuilder.LastDay(era, day)].AddDays(1)).ToArray();
        return new ReleaseRound(number, era.Number, era.Date, At(saturday, Opening), At(saturday.AddDays(1), Closing), scoring);
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time, DateTimeKind.Utc));
}

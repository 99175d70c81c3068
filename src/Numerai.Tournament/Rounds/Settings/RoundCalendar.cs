using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Settings;

/// <summary>The times of one round, all UTC. The window for on-time submissions is half-open: [Opens, Closes).</summary>
/// <param name="ScoringTimes">When each day's scores are due; the last is also when the round resolves.</param>
public sealed record RoundCalendar(DateTimeOffset Opens, DateTimeOffset Closes, ImmutableArray<DateTimeOffset> ScoringTimes)
{
    public DateTimeOffset FirstScore => ScoringTimes[0];

    public DateTimeOffset Resolves => ScoringTimes[^1];

    /// <summary>The next round that opens at or after a time, by the settings' days and windows.</summary>
    public static RoundCalendar Next(TournamentSettings settings, DateTimeOffset from)
    {
        var calendar = settings.Calendar;
        var day = DateOnly.FromDateTime(from.UtcDateTime);
        while (true)
        {
            var opens = new DateTimeOffset(day.ToDateTime(calendar.OpensAt), TimeSpan.Zero);
            if (opens >= from && calendar.OpenDays.Contains(day.DayOfWeek))
            {
                return StartingAt(settings, opens);
            }

            day = day.AddDays(1);
        }
    }

    /// <summary>The calendar of a round that opens at a given time, whatever its day of the week.</summary>
    public static RoundCalendar StartingAt(TournamentSettings settings, DateTimeOffset opens, DateTimeOffset? closes = null)
    {
        var calendar = settings.Calendar;
        var window = opens.UtcDateTime.DayOfWeek == DayOfWeek.Saturday ? calendar.WeekendWindow : calendar.WeekdayWindow;
        var close = closes ?? opens + window;
        var times = ImmutableArray.CreateBuilder<DateTimeOffset>(settings.Scoring.Days);
        var time = close + calendar.FirstScoreAfterClose;
        while (times.Count < settings.Scoring.Days)
        {
            if (!calendar.QuietDays.Contains(time.UtcDateTime.DayOfWeek))
            {
                times.Add(time);
            }

            time = time.AddDays(1);
        }

        return new RoundCalendar(opens, close, times.MoveToImmutable());
    }
}

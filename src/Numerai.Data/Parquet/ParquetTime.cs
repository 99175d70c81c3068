using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>Dates are days and timestamps are units since 1970-01-01T00:00Z. What .NET's calendar (years 1 to 9999) cannot hold is
/// refused.</summary>
internal static class ParquetTime
{
    private const int EpochDay = 719_162;

    public static void ToDates(ReadOnlySpan<int> days, Span<DateOnly> dates)
    {
        for (var i = 0; i < days.Length; i++)
        {
            dates[i] = DateOnly.FromDayNumber(days[i] + EpochDay);
        }
    }

    public static void FromDates(ReadOnlySpan<DateOnly> dates, Span<int> days)
    {
        for (var i = 0; i < dates.Length; i++)
        {
            days[i] = dates[i].DayNumber - EpochDay;
        }
    }

    public static SpanConverter<long, DateTime> ToTimes(TimeUnit unit) => (from, to) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var ticks = unit switch
            {
                TimeUnit.Millis => from[i] * TimeSpan.TicksPerMillisecond,
                TimeUnit.Micros => from[i] * TimeSpan.TicksPerMicrosecond,
                _ => from[i] / TimeSpan.NanosecondsPerTick,
            };
            to[i] = DateTime.UnixEpoch.AddTicks(ticks);
        }
    };

    public static void FromTimes(ReadOnlySpan<DateTime> times, Span<long> microseconds)
    {
        for (var i = 0; i < times.Length; i++)
        {
            microseconds[i] = (times[i] - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        }
    }
}

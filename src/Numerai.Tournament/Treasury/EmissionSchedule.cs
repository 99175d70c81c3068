using Numerai.Contracts;

namespace Numerai.Tournament.Treasury;

/// <summary>Reads an emission schedule.</summary>
public static class EmissionSchedule
{
    /// <summary>What is due later than <paramref name="after"/> and not later than <paramref name="until"/>, in order.</summary>
    public static IEnumerable<Emission> Due(
        TournamentId tournament, EmissionSettings? settings, DateTimeOffset after, DateTimeOffset until)
    {
        foreach (var period in settings?.Periods ?? [])
        {
            var first = CountUntil(period, after);
            var end = CountUntil(period, until);
            for (var index = first; index < end; index++)
            {
                yield return new Emission(tournament, period.From + (index * period.Every), period.Amount);
            }
        }
    }

    /// <summary>The next one later than <paramref name="after"/>, or null when the schedule is over.</summary>
    public static Emission? Next(TournamentId tournament, EmissionSettings? settings, DateTimeOffset after)
    {
        foreach (var period in settings?.Periods ?? [])
        {
            var due = period.From + (CountUntil(period, after) * period.Every);
            if (period.Until is null || due < period.Until)
            {
                return new Emission(tournament, due, period.Amount);
            }
        }

        return null;
    }

    /// <summary>The sum of what is due in the span.</summary>
    public static Nmr Sum(EmissionSettings? settings, DateTimeOffset after, DateTimeOffset until)
    {
        var sum = Nmr.Zero;
        foreach (var period in settings?.Periods ?? [])
        {
            var count = CountUntil(period, until) - CountUntil(period, after);
            sum += new Nmr(period.Amount.Wei * Math.Max(0, count));
        }

        return sum;
    }

    /// <summary>Due dates of a period that are not later than a time.</summary>
    private static long CountUntil(EmissionPeriod period, DateTimeOffset time)
    {
        if (time < period.From)
        {
            return 0;
        }

        var ended = period.Until is { } until && time >= until;
        var span = (ended ? period.Until!.Value : time) - period.From;

        // The end itself is no due date, every other time is.
        return ended ? ((span.Ticks - 1) / period.Every.Ticks) + 1 : (span.Ticks / period.Every.Ticks) + 1;
    }
}

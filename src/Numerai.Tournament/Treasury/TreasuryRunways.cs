using Numerai.Contracts;

namespace Numerai.Tournament.Treasury;

/// <summary>
/// How long the treasury lasts when rounds go on paying as they did and schedules issue what they say. Burns do not come back to it, so
/// only payouts count. Nothing paid is nothing to reckon with.
/// </summary>
public static class TreasuryRunways
{
    public const int DefaultWindowDays = 90;

    public const int HorizonDays = 36_525;

    /// <param name="balance">Of the treasury.</param>
    /// <param name="payments">What each round paid and when it was due to resolve.</param>
    /// <param name="now">The end of the window.</param>
    /// <param name="schedules">Of all tournaments, with the time up to which each was followed.</param>
    public static TreasuryRunway Of(
        Nmr balance,
        IEnumerable<(DateTimeOffset Time, Nmr Paid)> payments,
        DateTimeOffset now,
        IReadOnlyList<(EmissionSettings Settings, DateTimeOffset EmittedUntil)> schedules)
    {
        var from = now.AddDays(-DefaultWindowDays);
        var within = payments.Where(payment => payment.Time > from && payment.Time <= now).ToList();
        var paid = within.Aggregate(Nmr.Zero, (sum, payment) => sum + payment.Paid);
        var days = paid.IsZero ? null : schedules.Count == 0 ? Without(balance, paid) : With(balance, paid, schedules, now);
        return new TreasuryRunway(
            balance, DefaultWindowDays, within.Count, paid, days, Issued(schedules, now, DefaultWindowDays), days is null && !paid.IsZero);
    }

    private static long? Without(Nmr balance, Nmr paid) => (long)(balance.Wei * DefaultWindowDays / paid.Wei);

    /// <summary>Day by day: the first one at whose end more was paid than there was.</summary>
    private static long? With(
        Nmr balance, Nmr paid, IReadOnlyList<(EmissionSettings Settings, DateTimeOffset EmittedUntil)> schedules, DateTimeOffset now)
    {
        for (var day = 1; day <= HorizonDays; day++)
        {
            if ((balance + Issued(schedules, now, day)).Wei * DefaultWindowDays < paid.Wei * day)
            {
                return day - 1;
            }
        }

        return null;
    }

    private static Nmr Issued(
        IReadOnlyList<(EmissionSettings Settings, DateTimeOffset EmittedUntil)> schedules, DateTimeOffset now, int days) =>
        schedules.Aggregate(
            Nmr.Zero, (sum, schedule) => sum + EmissionSchedule.Sum(schedule.Settings, schedule.EmittedUntil, now.AddDays(days)));
}

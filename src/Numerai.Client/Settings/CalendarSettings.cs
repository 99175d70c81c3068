namespace Numerai.Client.Settings;

/// <summary>When rounds open and close, in UTC.</summary>
/// <param name="WeekdayWindow">From open to close on all days but Saturday.</param>
/// <param name="WeekendWindow">From open to close for a round that opens on Saturday.</param>
/// <param name="QuietDays">Days of the week without scores.</param>
public sealed record CalendarSettings(
    IReadOnlyList<DayOfWeek> OpenDays,
    TimeOnly OpensAt,
    TimeSpan WeekdayWindow,
    TimeSpan WeekendWindow,
    TimeSpan FirstScoreAfterClose,
    IReadOnlyList<DayOfWeek> QuietDays);

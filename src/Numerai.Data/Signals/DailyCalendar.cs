namespace Numerai.Data.Signals;

/// <summary>Content of the operator's <c>calendar.json</c> of a daily release.</summary>
internal sealed record DailyCalendar(string Version, string KeyColumn, bool Portfolio, IReadOnlyList<DailyRound> Rounds);

namespace Numerai.Data.Signals;

/// <summary>One live day of a daily release and its calendar, all in UTC.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Date">The trading day whose close the universe is made at.</param>
/// <param name="Day">Its position in the panel.</param>
/// <param name="OpensAt">The next day, 12:00.</param>
/// <param name="ClosesAt">13:00; of a round that opens on Saturday, Sunday 14:00.</param>
/// <param name="ScoringDates">Day on which the target of 1, 2, ... days of returns is published: the day after the last trading day it
/// needs.</param>
public sealed record DailyRound(
    int Number, DateOnly Date, int Day, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<DateOnly> ScoringDates);

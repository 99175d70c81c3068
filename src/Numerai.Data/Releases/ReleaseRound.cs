namespace Numerai.Data.Releases;

/// <summary>One live round of a release and its calendar, all in UTC.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Era">Era number.</param>
/// <param name="EraDate">The date whose close the features are made at.</param>
/// <param name="OpensAt">The Saturday after, 12:00.</param>
/// <param name="ClosesAt">The Sunday after that, 14:00.</param>
/// <param name="ScoringDates">
/// Calendar day on which the target of 1, 2, ... 20 days of returns is published: the day after the last trading day it needs, hence
/// Tuesday to Saturday.</param>
public sealed record ReleaseRound(int Number, int Era, DateOnly EraDate, DateTimeOffset OpensAt, DateTimeOffset ClosesAt,
    IReadOnlyList<DateOnly> ScoringDates);

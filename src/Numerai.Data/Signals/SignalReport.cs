using Numerai.Scoring.Diagnostics;

namespace Numerai.Data.Signals;

/// <summary>How a signal with a <c>date</c> column did over the days of a history.</summary>
/// <param name="Rows">Rows used.</param>
/// <param name="Dropped">Rows whose security is not in its day's universe.</param>
/// <param name="UnknownDays">Dates of the file that the history does not have.</param>
/// <param name="DaysWithoutTarget">Days of the history whose targets are not known; not scored.</param>
/// <param name="Scores">Each score over the days, by name.</param>
/// <param name="Churn">Mean churn from each day to the next one of the file; null for a single day.</param>
/// <param name="Turnover">The same of turnover.</param>
/// <param name="Days">Days of the file that the history has, in order.</param>
public sealed record SignalReport(
    int Rows,
    int Dropped,
    int UnknownDays,
    int DaysWithoutTarget,
    IReadOnlyDictionary<string, EraSummary> Scores,
    double? Churn,
    double? Turnover,
    IReadOnlyList<SignalDay> Days)
{
    internal static SignalReport Of(int rows, int dropped, int unknownDays, IReadOnlyList<SignalDay> days) => new(
        rows,
        dropped,
        unknownDays,
        days.Count(day => day.Scores.Count == 0),
        days.SelectMany(day => day.Scores.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(
            name =>
                name, name =>
                    EraSummary.Of([.. days.Select(day => day.Scores.GetValueOrDefault(name, double.NaN))]), StringComparer.Ordinal),
        days.Average(day => day.Churn),
        days.Average(day => day.Turnover),
        days);
}

using Numerai.Data.Signals;

namespace Numerai.Web.Diagnostics;

/// <summary>How a signal did over the days of a history, as JSON.</summary>
internal sealed record SignalReportResponse(
    int Rows,
    int Dropped,
    int UnknownDays,
    int DaysWithoutTarget,
    IReadOnlyDictionary<string, ReportResponse.SummaryResponse> Scores,
    double? Churn,
    double? Turnover,
    IReadOnlyList<SignalReportResponse.DayResponse> Days)
{
    public static SignalReportResponse Of(SignalReport report) => new(
        report.Rows,
        report.Dropped,
        report.UnknownDays,
        report.DaysWithoutTarget,
        report.Scores.ToDictionary(score => score.Key, score => ReportResponse.SummaryResponse.Of(score.Value), StringComparer.Ordinal),
        report.Churn,
        report.Turnover,
        [.. report.Days.Select(day => new DayResponse(day.Date, day.Rows, day.Scores, day.Churn, day.Turnover))]);

    /// <param name="Scores">Those that exist, by name.</param>
    internal sealed record DayResponse(
        DateOnly Date, int Rows, IReadOnlyDictionary<string, double> Scores, double? Churn, double? Turnover);
}

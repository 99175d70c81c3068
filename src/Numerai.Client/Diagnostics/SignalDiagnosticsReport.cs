namespace Numerai.Client.Diagnostics;

/// <summary>How a signal with a <c>date</c> column did over the days of a history.</summary>
/// <param name="Rows">Rows used.</param>
/// <param name="Dropped">Rows whose security is not in its day's universe.</param>
/// <param name="UnknownDays">Dates of the file that the history does not have.</param>
/// <param name="DaysWithoutTarget">Days whose targets are not known; not scored.</param>
/// <param name="Scores">Each score over the days: <c>alpha</c>, <c>mpc</c>, <c>corr_v4</c>, <c>fnc_v4</c>, <c>ric</c>, <c>ic_v2</c>,
/// <c>mmc</c>, <c>cwmm</c>; for Crypto
/// <c>corr</c>, <c>mmc</c>, <c>fnc</c>, <c>cwmm</c>. One that needs a file the release does not have is absent.</param>
/// <param name="Churn">Mean churn from each day to the next one of the file; null for a single day.</param>
/// <param name="Turnover">The same of turnover.</param>
/// <param name="Days">Day by day.</param>
public sealed record SignalDiagnosticsReport(
    int Rows,
    int Dropped,
    int UnknownDays,
    int DaysWithoutTarget,
    IReadOnlyDictionary<string, ScoreSummary> Scores,
    double? Churn,
    double? Turnover,
    IReadOnlyList<DayDiagnostics> Days);

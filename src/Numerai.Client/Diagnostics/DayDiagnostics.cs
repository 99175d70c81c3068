namespace Numerai.Client.Diagnostics;

/// <summary>How a signal did on one day of a history.</summary>
/// <param name="Rows">Securities of the day that the signal has a value for.</param>
/// <param name="Scores">By name; one that does not exist is absent.</param>
/// <param name="Churn">Against the day before; null on the first.</param>
/// <param name="Turnover">Against the day before; null on the first.</param>
public sealed record DayDiagnostics(DateOnly Date, int Rows, IReadOnlyDictionary<string, double> Scores, double? Churn, double? Turnover);

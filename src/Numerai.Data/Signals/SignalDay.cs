namespace Numerai.Data.Signals;

/// <summary>How a signal did on one day of history.</summary>
/// <param name="Rows">Securities of the day that the signal has a value for.</param>
/// <param name="Scores">By name; a score that could not be computed is absent.</param>
/// <param name="Churn">Against the day before; null on the first.</param>
/// <param name="Turnover">Against the day before; null on the first.</param>
public sealed record SignalDay(DateOnly Date, int Rows, IReadOnlyDictionary<string, double> Scores, double? Churn, double? Turnover);

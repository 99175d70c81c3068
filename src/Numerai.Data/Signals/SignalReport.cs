namespace Numerai.Data.Signals;

/// <summary>How a signal with a <c>date</c> column did over the days of a history.</summary>
/// <param name="Rows">Rows used.</param>
/// <param name="Dropped">Rows whose security is not in its day's universe.</param>
/// <param name="UnknownDays">Dates of the file that the history does not have.</param>
/// <param name="Days">Days scored, in order.</param>
public sealed record SignalReport(int Rows, int Dropped, int UnknownDays, IReadOnlyList<SignalDay> Days);

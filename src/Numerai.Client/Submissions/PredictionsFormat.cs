namespace Numerai.Client.Submissions;

/// <summary>The names of a submission's columns.</summary>
/// <param name="IdColumn">"id" in Classic; in Signals numerai_ticker, ticker, bloomberg_ticker, composite_figi, cusip or sedol;
/// "symbol" in Crypto.</param>
/// <param name="ValueColumn">"prediction"; in Signals and Crypto also "signal".</param>
public sealed record PredictionsFormat(string IdColumn, string ValueColumn)
{
    public static PredictionsFormat OfIds { get; } = new("id", "prediction");

    public static PredictionsFormat OfTickers { get; } = new("numerai_ticker", "signal");

    public static PredictionsFormat OfSymbols { get; } = new("symbol", "signal");

    /// <summary>The column of days, where a file has several (for diagnostics of a signal).</summary>
    public string DateColumn { get; init; } = "date";
}

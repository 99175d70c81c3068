namespace Numerai.Contracts;

/// <summary>
/// The simulator's report of history under the old and the proposed settings; whoever runs it again must get the same bytes.
/// </summary>
/// <param name="Name">What it is, such as the scenario's name; 1 to 200 characters.</param>
/// <param name="Url">Where it can be fetched, or null.</param>
/// <param name="Sha256">Of the report's bytes.</param>
public sealed record Backtest(string Name, string? Url, string Sha256);

namespace Numerai.Client.Governance;

/// <summary>The simulator's report of history under the old and the proposed settings.</summary>
/// <param name="Sha256">Of the report's bytes: whoever runs it again compares.</param>
public sealed record Backtest(string Name, string? Url, string Sha256);

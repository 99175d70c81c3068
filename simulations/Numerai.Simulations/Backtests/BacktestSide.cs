namespace Numerai.Simulations.Backtests;

/// <summary>What the scenario came to under one of the two settings.</summary>
/// <param name="Hash">Result hash of the whole run.</param>
public sealed record BacktestSide(string Hash, IReadOnlyList<BacktestRound> Rounds);

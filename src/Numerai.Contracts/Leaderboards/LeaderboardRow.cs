namespace Numerai.Contracts;

/// <summary>A model's place.</summary>
/// <param name="Reputation">1-year mean of each score by name.</param>
/// <param name="Rounds">Rounds with final scores that the means are over.</param>
/// <param name="Earned">Payouts minus burns over the year.</param>
public sealed record LeaderboardRow(
    int Rank,
    ModelId Model,
    string ModelName,
    string Username,
    Nmr Stake,
    IReadOnlyDictionary<string, double> Reputation,
    int Rounds,
    Nmr Earned);

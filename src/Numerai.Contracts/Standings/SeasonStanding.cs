namespace Numerai.Contracts;

/// <summary>An account's place in a season.</summary>
/// <param name="Percentile">Share of the season's accounts at or below, 0 to 1.</param>
/// <param name="Score">Mean over all resolved rounds of the season of the account's score, the stake-weighted sum of its models' paying
/// scores; a round without a stake counts as 0.</param>
/// <param name="QualifiedRounds">Rounds with at least 1 NMR at risk; 20 qualify.</param>
/// <param name="Rounds">Rounds with any stake.</param>
public sealed record SeasonStanding(
    int Rank, double Percentile, AccountId Account, string Username, double Score, int QualifiedRounds, int Rounds, bool Qualified,
    SeasonTitle Title, Nmr Earned);

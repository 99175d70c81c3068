using Numerai.Contracts;

namespace Numerai.Client.Standings;

/// <summary>An account's place in a season.</summary>
/// <param name="Score">Mean over all resolved rounds of the season; a round without a stake counts as 0.</param>
/// <param name="QualifiedRounds">Rounds with at least 1 NMR at risk; 20 qualify.</param>
/// <param name="Title">"grandmaster", "master", "expert", "researcher", "contributor", "apprentice" or "novice".</param>
public sealed record SeasonStanding(
    int Rank,
    double Percentile,
    Guid Account,
    string Username,
    double Score,
    int QualifiedRounds,
    int Rounds,
    bool Qualified,
    string Title,
    Nmr Earned);

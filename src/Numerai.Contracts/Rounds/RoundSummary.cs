namespace Numerai.Contracts;

/// <summary>A round in a list; it may lag behind the round itself for a moment.</summary>
/// <param name="Id">Such as "8/123".</param>
/// <param name="Submissions">On-time submissions; 0 until the close.</param>
/// <param name="AtRisk">Total stake at risk; zero until the close.</param>
/// <param name="PayoutFactor">In 0..1; null until the close.</param>
/// <param name="ScoredDay">Last day with scores, 0 before the first.</param>
public sealed record RoundSummary(
    RoundId Id,
    TournamentId Tournament,
    int Number,
    RoundPhase Phase,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset Resolves,
    int Submissions,
    Nmr AtRisk,
    decimal? PayoutFactor,
    int ScoredDay,
    Nmr Paid,
    Nmr Burned,
    string? MerkleRoot);

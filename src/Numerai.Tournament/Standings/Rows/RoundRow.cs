using Numerai.Contracts;

namespace Numerai.Tournament.Standings.Rows;

public sealed record RoundRow(
    RoundId Id,
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

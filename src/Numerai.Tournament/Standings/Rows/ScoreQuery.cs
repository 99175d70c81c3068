using Numerai.Contracts;

namespace Numerai.Tournament.Standings.Rows;

/// <param name="Day">Null for all days, 0 for the latest day of each round.</param>
public sealed record ScoreQuery(
    TournamentId? Tournament, RoundId? Round, ModelId? Model, string? Score, int? Day, int Limit, int Offset);

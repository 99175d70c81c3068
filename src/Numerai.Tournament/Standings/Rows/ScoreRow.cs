using Numerai.Contracts;

namespace Numerai.Tournament.Standings.Rows;

/// <param name="Score">"corr", "mmc", "bmc", "fnc", "cwmm" ...</param>
/// <param name="Value">Published value (9 decimals), null where it could not be computed.</param>
/// <param name="Percentile">Share of the round's models scored at or below, 0..1.</param>
public sealed record ScoreRow(
    RoundId Round, int Day, bool Final, ModelId Model, string ModelName, string Username, string Score, double? Value, double? Percentile,
    DateTimeOffset Published);

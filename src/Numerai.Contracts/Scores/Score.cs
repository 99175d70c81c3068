namespace Numerai.Contracts;

/// <summary>One published score of one model on one day of one round.</summary>
/// <param name="Name">"corr", "mmc", "bmc", "fnc", "cwmm" ...</param>
/// <param name="Day">1 to the round's number of scoring days.</param>
/// <param name="Final">Whether this is the last day, whose scores pay.</param>
/// <param name="Value">Nine decimals; null where it could not be computed.</param>
/// <param name="Percentile">Share of the round's models at or below, in 0..1.</param>
public sealed record Score(
    RoundId Round,
    int Day,
    bool Final,
    ModelId Model,
    string ModelName,
    string Username,
    string Name,
    double? Value,
    double? Percentile,
    DateTimeOffset Published);

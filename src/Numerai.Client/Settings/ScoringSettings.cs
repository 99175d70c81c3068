namespace Numerai.Client.Settings;

/// <summary>How rounds are scored.</summary>
/// <param name="Days">Number of scoring days; the scores of the last one are final.</param>
/// <param name="ShardSize">Models scored together, 1 to 256.</param>
/// <param name="PairwiseCorrelations">Whether every on-time submission is compared with every other one: scores <c>mcwnm</c> and
/// <c>apcwnm</c>.</param>
public sealed record ScoringSettings(int Days, int ShardSize, bool PairwiseCorrelations = false);

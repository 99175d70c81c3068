namespace Numerai.Client.Settings;

/// <summary>How rounds are scored.</summary>
/// <param name="Days">Number of scoring days; the scores of the last one are final.</param>
/// <param name="ShardSize">Models scored together, 1 to 256.</param>
public sealed record ScoringSettings(int Days, int ShardSize);

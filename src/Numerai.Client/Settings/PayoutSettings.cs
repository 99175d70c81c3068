namespace Numerai.Client.Settings;

/// <summary>
/// How scores pay: <c>at risk * clip(f * sum(multiplier * score), -clip, +clip)</c>, <c>f = min(1, threshold / total at risk)</c>.
/// </summary>
public sealed record PayoutSettings(IReadOnlyDictionary<string, decimal> Multipliers, decimal Clip, NmrAmount StakeThreshold);

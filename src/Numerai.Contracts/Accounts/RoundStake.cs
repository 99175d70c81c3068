namespace Numerai.Contracts;

/// <summary>An amount of one round, such as "8/123": what a model has at risk in it, or what the treasury has set aside for it.</summary>
public sealed record RoundStake(RoundId Round, Nmr Amount);

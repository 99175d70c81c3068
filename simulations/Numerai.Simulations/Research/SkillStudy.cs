namespace Numerai.Simulations.Research;

/// <summary>Does staking find skill? Stakes at one moment against scores of later rounds, whose targets nobody knew then.</summary>
/// <param name="Round">The round whose stakes are taken, two thirds of the way.</param>
/// <param name="Models">Models with a submission in that round and at least ten later scores.</param>
/// <param name="RankCorrelation">Spearman's, with an interval over resampled models.</param>
/// <param name="StakedOnly">The same among models with a stake.</param>
public sealed record SkillStudy(int Round, int Models, Interval RankCorrelation, Interval StakedOnly);

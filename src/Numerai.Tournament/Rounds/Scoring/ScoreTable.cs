using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>One day's published scores of a round, ordered by model id. Stored as JSON.</summary>
/// <param name="Final">Whether this is the last scoring day, whose scores pay.</param>
public sealed record ScoreTable(RoundId Round, int Day, bool Final, DateTimeOffset Published, ImmutableArray<ModelScores> Models);

/// <param name="Late">From a late submission: scored, but it had no part in the meta model and nothing at risk.</param>
/// <param name="Scores">By name; a score that could not be computed is absent.</param>
public sealed record ModelScores(
    ModelId Model, SubmissionId Submission, bool Late, ImmutableSortedDictionary<string, PublishedValue> Scores);

/// <param name="Value">Rounded to 9 decimals, half to even.</param>
/// <param name="Percentile">Share of the round's models with a value at or below this one, in 0..1.</param>
public sealed record PublishedValue(double Value, double Percentile);

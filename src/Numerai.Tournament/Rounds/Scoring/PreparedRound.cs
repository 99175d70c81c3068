using System.Collections.Immutable;
using Numerai.Scoring.Rounds;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>
/// A round's scorer with one day's targets made ready, in the order of <see cref="TargetColumns"/>; null where the day has none.
/// </summary>
public sealed record PreparedRound(RoundScorer Scorer, ImmutableArray<TargetScoring?> Targets);

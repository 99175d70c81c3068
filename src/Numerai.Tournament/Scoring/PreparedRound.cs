using Numerai.Scoring.Rounds;

namespace Numerai.Tournament.Scoring;

/// <summary>A round's scorer with one day's target made ready.</summary>
public sealed record PreparedRound(RoundScorer Scorer, TargetScoring Target);

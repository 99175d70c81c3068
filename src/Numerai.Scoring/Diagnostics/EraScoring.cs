using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Diagnostics;

/// <summary>One era made ready to score any number of models on it, on the calling thread. Eras may be scored by several threads at
/// once.</summary>
public sealed class EraScoring
{
    private const ScoreKinds Kinds = ScoreKinds.Corr | ScoreKinds.Mmc | ScoreKinds.Bmc | ScoreKinds.Fnc;
    private readonly string era;
    private readonly RoundScorer scorer;
    private readonly TargetScoring target;
    private readonly RankWorkspace workspace = new();

    /// <param name="era">The era's name.</param>
    /// <param name="inputs">What its rows have; what is missing leaves its score NaN.</param>
    /// <param name="target">The target; NaN where a row has none.</param>
    /// <exception cref="ScoringException">A shared input holds a NaN, or too few rows have a target.</exception>
    public EraScoring(string era, RoundInputs inputs, ReadOnlySpan<double> target)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        this.era = era;
        scorer = new RoundScorer(inputs, new ScoringOptions { Threads = 1 });
        this.target = scorer.PrepareTarget(target);
    }

    /// <summary>Scores one model.</summary>
    /// <param name="predictions">One a row, none NaN.</param>
    /// <param name="exposures">Its exposures to the features; empty when they are not wanted.</param>
    /// <exception cref="ScoringException">A prediction is NaN.</exception>
    public EraScores Score(ReadOnlySpan<double> predictions, ReadOnlySpan<double> exposures)
    {
        ushort[] codes = new ushort[scorer.Rows];
        RankCodes.TieKept(predictions, codes, workspace);
        BlockScores scores = new(1, Kinds);
        scorer.Score(codes, target, scores);
        FeatureExposure exposure = FeatureExposure.Of(exposures);
        return new EraScores(era, scores.Corr[0], scores.Mmc[0], scores.Bmc[0], scores.Fnc[0], exposure.Maximum, exposure.Mean);
    }
}

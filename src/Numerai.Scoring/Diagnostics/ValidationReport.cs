using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Diagnostics;

/// <summary>A model's scores over validation eras, era by era and summarized.</summary>
/// <param name="Eras">Scores per era, in the order given.</param>
/// <param name="Corr">CORR over the eras.</param>
/// <param name="Mmc">MMC over the eras.</param>
/// <param name="Bmc">BMC over the eras.</param>
/// <param name="Fnc">FNC over the eras.</param>
public sealed record ValidationReport(IReadOnlyList<EraScores> Eras, EraSummary Corr, EraSummary Mmc, EraSummary Bmc, EraSummary Fnc)
{
    /// <summary>Scores a model on every era.</summary>
    /// <exception cref="ScoringException">An era's predictions or shared inputs hold a NaN, or too few of its rows have a target.</exception>
    public static ValidationReport Of(IEnumerable<ValidationEra> eras)
    {
        ArgumentNullException.ThrowIfNull(eras);
        EraScores[] scores = [.. eras.Select(Score)];
        return new ValidationReport(
            scores,
            EraSummary.Of([.. scores.Select(era => era.Corr)]),
            EraSummary.Of([.. scores.Select(era => era.Mmc)]),
            EraSummary.Of([.. scores.Select(era => era.Bmc)]),
            EraSummary.Of([.. scores.Select(era => era.Fnc)]));
    }

    private static EraScores Score(ValidationEra era)
    {
        const ScoreKinds kinds = ScoreKinds.Corr | ScoreKinds.Mmc | ScoreKinds.Bmc | ScoreKinds.Fnc;
        ushort[] codes = new ushort[era.Inputs.Rows];
        RankCodes.TieKept(era.Predictions.Span, codes, new RankWorkspace());
        RoundScorer scorer = new(era.Inputs);
        BlockScores scores = new(1, kinds);
        scorer.Score(codes, scorer.PrepareTarget(era.Target.Span), scores);
        FeatureExposure exposure = era.Inputs.Features is null
            ? new FeatureExposure(double.NaN, double.NaN, -1)
            : FeatureExposure.Of(era.Predictions.Span, era.Inputs.Features);
        return new EraScores(era.Era, scores.Corr[0], scores.Mmc[0], scores.Bmc[0], scores.Fnc[0], exposure.Maximum, exposure.Mean);
    }
}

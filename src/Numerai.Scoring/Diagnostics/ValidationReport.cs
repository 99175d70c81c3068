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
    /// <exception cref="ScoringException">An era's predictions or shared inputs hold a NaN, or too few of its rows have a
    /// target.</exception>
    public static ValidationReport Of(IEnumerable<ValidationEra> eras)
    {
        ArgumentNullException.ThrowIfNull(eras);
        return OfScores([.. eras.Select(ScoreEra)]);
    }

    /// <summary>Summarizes scores of eras in their order.</summary>
    public static ValidationReport OfScores(IReadOnlyList<EraScores> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new ValidationReport(
            scores,
            EraSummary.Of([.. scores.Select(era => era.Corr)]),
            EraSummary.Of([.. scores.Select(era => era.Mmc)]),
            EraSummary.Of([.. scores.Select(era => era.Bmc)]),
            EraSummary.Of([.. scores.Select(era => era.Fnc)]));
    }

    private static EraScores ScoreEra(ValidationEra era) => new EraScoring(era.Era, era.Inputs, era.Target.Span).Score(
        era.Predictions.Span, era.Inputs.Features is { } features ? FeatureExposure.Each(era.Predictions.Span, features) : []);
}

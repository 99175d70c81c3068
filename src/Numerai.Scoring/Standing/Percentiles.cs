namespace Numerai.Scoring.Standing;

/// <summary>Where a model's score stands among the scores of its round.</summary>
public static class Percentiles
{
    /// <summary>
    /// The share of the round's scores below each one, ties counted half: the tie-kept rank <c>(averageRank - 0.5) / n</c> over the scores
    /// that exist. The best of 100 untied models stands at 0.995; a NaN score has no percentile (NaN) and counts for nobody.
    /// </summary>
    /// <param name="scores">Published scores of all models of a round.</param>
    /// <param name="percentiles">Receives one value in 0..1 (exclusive) per model.</param>
    public static void Compute(ReadOnlySpan<double> scores, Span<double> percentiles) => Ranking.Ranks.TieKept(scores, percentiles);
}

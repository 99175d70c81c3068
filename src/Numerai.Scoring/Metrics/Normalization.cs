using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Metrics;

/// <summary>The forms of a submission that scores start from.</summary>
public static class Normalization
{
    /// <summary>Tie-kept rank, then normal quantile. NaN stays NaN.</summary>
    /// <param name="predictions">Any numbers.</param>
    /// <param name="destination">As long; must not overlap.</param>
    public static void RankAndGaussianize(ReadOnlySpan<double> predictions, Span<double> destination)
    {
        Ranks.TieKept(predictions, destination);
        NormalQuantile.Apply(destination[..predictions.Length], destination);
    }

    /// <summary>
    /// Tie-kept rank, normal quantile, then <c>sign(x) * |x|^1.5</c>: <c>norm15</c> in the tournament's rules. NaN stays NaN.
    /// </summary>
    /// <param name="predictions">Any numbers.</param>
    /// <param name="destination">As long; must not overlap.</param>
    public static void Norm15(ReadOnlySpan<double> predictions, Span<double> destination)
    {
        RankAndGaussianize(predictions, destination);
        SignedPower.Apply(destination[..predictions.Length], 1.5, destination);
    }
}

using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Metrics;

/// <summary>
/// Portfolio weights of a submission, and the scores taken from them. Source: numerai-tools, <c>generate_neutralized_weights</c>,
/// <c>alpha</c>,
/// <c>meta_portfolio_contribution</c>.
/// </summary>
public static class NeutralizedWeights
{
    private const double ContributionDivisor = 50;

    /// <summary><c>w = (s - N N'(v * s)) * v</c> of one submission.</summary>
    /// <param name="norm15">n norm15 ranks s; see <see cref="Normalization.Norm15"/>.</param>
    /// <param name="neutralizers">N, n rows, used as it is: nothing is orthonormalized or appended.</param>
    /// <param name="sampleWeights">v, n numbers.</param>
    /// <param name="weights">Receives n weights; must not overlap the inputs.</param>
    public static void Compute(
        ReadOnlySpan<double> norm15, ColumnMatrix neutralizers, ReadOnlySpan<double> sampleWeights, Span<double> weights)
    {
        ArgumentNullException.ThrowIfNull(neutralizers);
        new NeutralizedWeighting(neutralizers, sampleWeights).Apply(norm15, weights);
    }

    /// <summary>
    /// Makes weights comparable between submissions: less their mean, over the sum of absolute values. Constant weights give NaN.
    /// The two spans may be the same.
    /// </summary>
    public static void CenterAndNormalize(ReadOnlySpan<double> weights, Span<double> destination)
    {
        Moments.Center(weights, destination);
        double total = 0;
        foreach (double weight in destination[..weights.Length])
        {
            total += Math.Abs(weight);
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(destination[..weights.Length], total, destination);
    }

    /// <summary>ALPHA: <c>w . t / n</c> with the target centered by the mean of all its values.</summary>
    public static double Alpha(ReadOnlySpan<double> weights, ReadOnlySpan<double> centeredTarget) =>
        FixedLanes.Dot(weights, centeredTarget) / weights.Length;

    /// <summary>
    /// MPC of every model.
    /// 1. Center each model's weights (C W) and form the portfolio <c>u = C W s</c>; center it again.
    /// 2. Take out of each model's centered weights their part along u.
    /// 3. Product with the centered target, over <c>|u|</c> and over 50.
    /// </summary>
    /// <param name="weights">Weights per model, n each.</param>
    /// <param name="stakeShares">One share per model; shares sum to 1.</param>
    /// <param name="target">n numbers; centered here.</param>
    /// <param name="contributions">Receives one score per model; NaN when the portfolio has no weights.</param>
    public static void MetaPortfolioContribution(
        IReadOnlyList<double[]> weights, ReadOnlySpan<double> stakeShares, ReadOnlySpan<double> target, Span<double> contributions)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double[] centeredTarget = new double[target.Length];
        Moments.Center(target, centeredTarget);
        double[] portfolio = new double[target.Length];
        double[] centered = new double[target.Length];
        for (int model = 0; model < weights.Count; model++)
        {
            Moments.Center(weights[model], centered);
            FixedLanes.AddScaled(centered, stakeShares[model], portfolio);
        }

        Moments.Center(portfolio, portfolio);
        double length = Math.Sqrt(FixedLanes.Dot(portfolio, portfolio));
        for (int model = 0; model < weights.Count; model++)
        {
            Moments.Center(weights[model], centered);
            ColumnScaling.Orthogonalize(centered, portfolio, centered);
            contributions[model] = FixedLanes.Dot(centered, centeredTarget) / length / ContributionDivisor;
        }
    }
}

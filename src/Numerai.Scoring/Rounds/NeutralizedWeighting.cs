using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Rounds;

/// <summary>
/// The linear map from norm15 ranks s to neutralized weights, <c>w = (s - N N'(v * s)) * v = K s</c> with the symmetric
/// <c>K = D - D N N' D</c>, D = diag(v). Because K is symmetric it can be moved from the models to the target, which turns ALPHA and
/// MPC into one product per model.
/// </summary>
internal sealed class NeutralizedWeighting
{
    // The reference divides MPC by a constant of its own; it only scales the score.
    private const double ContributionDivisor = 50;

    private readonly ColumnMatrix neutralizers;
    private readonly double[] sampleWeights;

    public NeutralizedWeighting(ColumnMatrix neutralizers, ReadOnlySpan<double> sampleWeights)
    {
        this.neutralizers = neutralizers;
        this.sampleWeights = sampleWeights.ToArray();
    }

    /// <summary><c>K x</c>. The two spans must not overlap.</summary>
    public void Apply(ReadOnlySpan<double> values, Span<double> destination)
    {
        double[] weighted = new double[values.Length];
        System.Numerics.Tensors.TensorPrimitives.Multiply(values, sampleWeights, weighted);
        values.CopyTo(destination);
        double[] column = new double[values.Length];
        for (int index = 0; index < neutralizers.Columns; index++)
        {
            neutralizers.CopyColumn(index, column);
            FixedLanes.AddScaled(column, -FixedLanes.Dot(column, weighted), destination);
        }

        System.Numerics.Tensors.TensorPrimitives.Multiply(destination, sampleWeights, destination);
    }

    /// <summary>
    /// The vector whose product with a submission's norm15 ranks is its MPC, given the stake-weighted sum of those ranks.
    /// </summary>
    public double[] ContributionDirection(ReadOnlySpan<double> portfolio, ReadOnlySpan<double> centeredTarget)
    {
        double[] weights = new double[portfolio.Length];
        Apply(portfolio, weights);
        Moments.Center(weights, weights);
        double squares = FixedLanes.Dot(weights, weights);

        double[] residual = centeredTarget.ToArray();
        FixedLanes.AddScaled(weights, -FixedLanes.Dot(weights, residual) / squares, residual);
        Moments.Center(residual, residual);

        double[] direction = new double[portfolio.Length];
        Apply(residual, direction);
        System.Numerics.Tensors.TensorPrimitives.Divide(direction, Math.Sqrt(squares) * ContributionDivisor, direction);
        return direction;
    }
}

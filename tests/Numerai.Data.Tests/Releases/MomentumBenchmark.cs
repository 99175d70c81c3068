using Numerai.Data.Features;
using Numerai.Data.Releases;

namespace Numerai.Data.Tests.Releases;

/// <summary>A benchmark model that needs no learner: weights each feature by its covariance with the target. Remembers what it was trained
/// on.</summary>
internal sealed class MomentumBenchmark(string name) : IBenchmarkModel
{
    public string Name { get; } = name;

    public List<(int FirstEra, int LastEra)> Trainings { get; } = [];

    public IBenchmarkPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era)
    {
        lock (Trainings)
        {
            Trainings.Add((era[0], era[^1]));
        }

        var weights = new double[features.ColumnCount];
        for (var column = 0; column < weights.Length; column++)
        {
            for (var row = 0; row < target.Length; row++)
            {
                weights[column] += (features.Column(column)[row] - 2) * (target[row] - 0.5);
            }
        }

        return new Predictor(weights);
    }

    private sealed class Predictor(double[] weights) : IBenchmarkPredictor
    {
        public void Predict(FeatureBlock era, Span<double> predictions)
        {
            predictions.Clear();
            for (var column = 0; column < weights.Length; column++)
            {
                for (var row = 0; row < predictions.Length; row++)
                {
                    predictions[row] += weights[column] * era.Column(column)[row];
                }
            }
        }
    }
}

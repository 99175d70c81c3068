using Numerai.Data.Features;
using Numerai.Data.Releases;

namespace Numerai.Learners;

/// <summary>A learner as a benchmark model of a release.</summary>
public sealed class BenchmarkLearner(string name, ILearner learner) : IBenchmarkModel
{
    public string Name { get; } = name;

    public IBenchmarkPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era) =>
        new Predictor(learner.Train(features, target, era));

    private sealed class Predictor(IPredictor inner) : IBenchmarkPredictor
    {
        public void Predict(FeatureBlock era, Span<double> predictions) => inner.Predict(era, predictions);
    }
}

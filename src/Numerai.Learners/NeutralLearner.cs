using Numerai.Data.Features;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Learners;

/// <summary>Any learner, its predictions made feature-neutral era by era: the proportion of their linear projection on all features is
/// taken out.</summary>
public sealed class NeutralLearner(ILearner inner) : ILearner
{
    /// <summary>1 leaves nothing that a linear model of the era's features could explain, 0 changes nothing.</summary>
    public double Proportion { get; init; } = 0.5;

    public IPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era) =>
        new Neutral(inner.Train(features, target, era), Proportion);

    private sealed class Neutral(IPredictor predictor, double proportion) : IPredictor
    {
        public void Predict(FeatureBlock era, Span<double> predictions)
        {
            predictor.Predict(era, predictions);
            var normal = new double[predictions.Length];
            Ranks.TieKept(predictions, normal);
            NormalQuantile.Apply(normal, normal);
            OrthonormalBasis.Of(new ColumnMatrix(era.RowCount, era.ColumnCount, era.Bins), withConstant: true)
                .Neutralize(normal, proportion);
            normal.CopyTo(predictions);
        }
    }
}

using Numerai.Data.Features;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Learners;

/// <summary>The mean of several predictors, each put on the normal scale by its ranks first, so that no one's scale outweighs the
/// others.</summary>
public sealed class AveragePredictor(IReadOnlyList<IPredictor> predictors) : IPredictor
{
    public void Predict(FeatureBlock era, Span<double> predictions)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predictions.Length, era.RowCount, nameof(predictions));
        var scores = new double[predictions.Length];
        var normal = new double[predictions.Length];
        predictions.Clear();
        foreach (var predictor in predictors)
        {
            predictor.Predict(era, scores);
            Ranks.TieKept(scores, normal);
            NormalQuantile.Apply(normal, normal);
            for (var i = 0; i < normal.Length; i++)
            {
                predictions[i] += normal[i] / predictors.Count;
            }
        }
    }
}

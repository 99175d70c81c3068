using Numerai.Data.Features;
using Numerai.Scoring.Ranking;

namespace Numerai.Learners;

/// <summary>Shorthand for participants.</summary>
public static class PredictorExtensions
{
    /// <summary>Predictions of one era as a submission wants them: tie-kept ranks strictly between 0 and 1.</summary>
    public static double[] PredictRanks(this IPredictor predictor, FeatureBlock era)
    {
        var scores = new double[era.RowCount];
        predictor.Predict(era, scores);
        var ranks = new double[scores.Length];
        Ranks.TieKept(scores, ranks);
        return ranks;
    }
}

using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>One learner trained on several targets; the predictor is their average.</summary>
public static class TargetEnsemble
{
    /// <param name="learner">Learner used for every target.</param>
    /// <param name="features">Training rows.</param>
    /// <param name="targets">Targets of all rows; NaN where one is not known.</param>
    /// <param name="era">Era number of each row.</param>
    public static IPredictor Train(ILearner learner, FeatureBlock features, IReadOnlyList<float[]> targets, ReadOnlySpan<int> era)
    {
        ArgumentOutOfRangeException.ThrowIfZero(targets.Count);
        var predictors = new List<IPredictor>(targets.Count);
        foreach (var target in targets)
        {
            predictors.Add(learner.Train(features, target, era));
        }

        return new AveragePredictor(predictors);
    }
}

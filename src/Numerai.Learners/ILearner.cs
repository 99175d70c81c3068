using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>Learns to predict a target from binned features. Holds settings only, so one learner can train many predictors at
/// once.</summary>
public interface ILearner
{
    /// <summary>Learns from rows of whole eras. The same input gives the same predictor, whatever the number of threads.</summary>
    /// <param name="features">Bins 0..4 of every row.</param>
    /// <param name="target">One value a row, 0 to 1; rows with NaN are left out.</param>
    /// <param name="era">Era number of each row; rows of an era lie together.</param>
    /// <exception cref="ArgumentException">Lengths differ, or no row has a target.</exception>
    IPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era);
}

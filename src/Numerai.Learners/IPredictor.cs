using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>What a learner has learned. Immutable and safe for concurrent use.</summary>
public interface IPredictor
{
    /// <summary>Scores the rows of one era. The scale is arbitrary: rank the result within the era before submitting it.</summary>
    /// <param name="era">Features of one era; columns are found by name, in any order.</param>
    /// <param name="predictions">Receives one finite score a row.</param>
    /// <exception cref="ArgumentException">A column the predictor needs is missing, or the lengths differ.</exception>
    void Predict(FeatureBlock era, Span<double> predictions);
}

using Numerai.Data.Features;

namespace Numerai.Data.Releases;

/// <summary>A model the operator publishes predictions of, so that participants have something to beat. It sees what participants see and
/// no more.</summary>
public interface IBenchmarkModel
{
    /// <summary>Column name, e.g. <c>ridge_20</c>.</summary>
    string Name { get; }

    /// <summary>Learns from whole eras. The same input gives the same predictor.</summary>
    /// <param name="features">Rows of all training eras.</param>
    /// <param name="target">One value a row, 0 to 1, never NaN.</param>
    /// <param name="era">Era number of each row, ascending.</param>
    IBenchmarkPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era);
}

using Numerai.Data.Features;

namespace Numerai.Data.Releases;

/// <summary>A trained benchmark model. Safe for concurrent use.</summary>
public interface IBenchmarkPredictor
{
    /// <summary>Scores the rows of one era; only their order counts.</summary>
    void Predict(FeatureBlock era, Span<double> predictions);
}

using Numerai.Scoring.Diagnostics;

namespace Numerai.Data.Diagnostics;

/// <summary>What is known of a model from its predictions of the validation eras.</summary>
/// <param name="Rows">Predictions used.</param>
/// <param name="Dropped">Predictions whose id is not in the validation data.</param>
/// <param name="ErasWithoutTarget">Eras whose target is not known yet; they are not scored.</param>
/// <param name="ErasWithoutPredictions">Eras of which the file has no row; they are left out.</param>
/// <param name="Model">The model, era by era and in summary.</param>
/// <param name="Example">The example predictions over the same eras, to compare with; null when the release has none.</param>
/// <param name="CorrelationWithExample">Mean over eras of the rank correlation with the example predictions; NaN without them.</param>
/// <param name="MostExposedFeature">The feature with the largest mean absolute correlation; null without features.</param>
/// <param name="MostExposure">That correlation.</param>
/// <param name="Churn">Mean churn from each era to the next; NaN when securities are not known.</param>
/// <param name="Turnover">The same of turnover.</param>
public sealed record DiagnosticsReport(
    int Rows,
    int Dropped,
    int ErasWithoutTarget,
    int ErasWithoutPredictions,
    ValidationReport Model,
    ValidationReport? Example,
    double CorrelationWithExample,
    string? MostExposedFeature,
    double MostExposure,
    double Churn = double.NaN,
    double Turnover = double.NaN);

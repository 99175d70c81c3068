namespace Numerai.Client.Diagnostics;

/// <summary>What is known of a model from its predictions of the validation eras.</summary>
/// <param name="Rows">Predictions used.</param>
/// <param name="Dropped">Predictions whose id is not in the validation data.</param>
/// <param name="ErasWithoutTarget">Eras whose target is not known yet; not scored.</param>
/// <param name="ErasWithoutPredictions">Eras the file has no row of; left out.</param>
/// <param name="Example">The example predictions over the same eras.</param>
/// <param name="CorrelationWithExample">Mean over eras of the rank correlation with the example predictions.</param>
/// <param name="MostExposedFeature">The feature with the largest mean absolute correlation.</param>
/// <param name="MostExposure">That correlation.</param>
/// <param name="Churn">Mean churn from each era to the next; only an operator with the key of the release can have it computed.</param>
/// <param name="Turnover">The same of turnover.</param>
public sealed record DiagnosticsReport(
    int Rows,
    int Dropped,
    int ErasWithoutTarget,
    int ErasWithoutPredictions,
    ModelDiagnostics Model,
    ModelDiagnostics? Example,
    double? CorrelationWithExample,
    string? MostExposedFeature,
    double? MostExposure,
    double? Churn = null,
    double? Turnover = null);

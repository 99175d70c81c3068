namespace Numerai.Client.Diagnostics;

/// <summary>Scores of one era.</summary>
/// <param name="MaxExposure">The largest absolute correlation of the predictions with a feature.</param>
/// <param name="MeanExposure">The mean absolute correlation with the features.</param>
/// <param name="Churn">Against the era before; only an operator with the key of the release can have it computed.</param>
/// <param name="Turnover">The same of turnover.</param>
public sealed record EraDiagnostics(
    string Era,
    double? Corr,
    double? Mmc,
    double? Bmc,
    double? Fnc,
    double? MaxExposure,
    double? MeanExposure,
    double? Churn = null,
    double? Turnover = null);

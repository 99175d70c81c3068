namespace Numerai.Scoring.Diagnostics;

/// <summary>A model's scores in one era.</summary>
/// <param name="Era">The era's name.</param>
/// <param name="Corr">CORR.</param>
/// <param name="Mmc">MMC; NaN without a meta model.</param>
/// <param name="Bmc">BMC; NaN without benchmark models.</param>
/// <param name="Fnc">FNC; NaN without features.</param>
/// <param name="MaximumExposure">The largest absolute correlation with a feature; NaN without features.</param>
/// <param name="MeanExposure">The mean absolute correlation with the features; NaN without features.</param>
/// <param name="Churn">Against the era before; NaN when it is not known which rows are the same securities.</param>
/// <param name="Turnover">The same of turnover.</param>
public sealed record EraScores(
    string Era,
    double Corr,
    double Mmc,
    double Bmc,
    double Fnc,
    double MaximumExposure,
    double MeanExposure,
    double Churn = double.NaN,
    double Turnover = double.NaN);

namespace Numerai.Web.GraphQl.Submissions;

/// <summary>
/// Diagnostics with the names of participants' clients. What a tournament does not score, and ratings, which there are none of, are null.
/// </summary>
internal sealed partial record DiagnosticsReportNode
{
    public required Guid Id { get; init; }

    /// <summary>running, done or refused.</summary>
    public required string Status { get; init; }

    /// <summary>Why the file was refused.</summary>
    public string? Message { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public int ErasAcceptedCount { get; init; }

    public bool? TrainedOnVal { get; init; }

    public double? ExamplePredsCorrMean { get; init; }

    public IReadOnlyList<DiagnosticsEraNode> PerEraDiagnostics { get; init; } = [];

    public double? ValidationCorrMean { get; init; }

    public double? ValidationCorrSharpe { get; init; }

    public double? ValidationCorrStd { get; init; }

    public double? ValidationCorrPlusMmcMean { get; init; }

    public double? ValidationCorrPlusMmcSharpe { get; init; }

    public double? ValidationCorrPlusMmcSharpeDiff { get; init; }

    public double? ValidationCorrPlusMmcStd { get; init; }

    public double? ValidationFeatureCorrMax { get; init; }

    public double? ValidationFeatureNeutralCorrMean { get; init; }

    public double? ValidationFeatureNeutralCorrV3Mean { get; init; }

    public double? ValidationMaxDrawdown { get; init; }

    public double? ValidationMmcMean { get; init; }

    public double? ValidationMmcSharpe { get; init; }

    public double? ValidationMmcStd { get; init; }

    public double? ValidationBmcMean { get; init; }

    public double? ValidationAdjustedSharpe { get; init; }

    public double? ValidationApy { get; init; }

    public double? ValidationAutocorr { get; init; }

    public double? ValidationCorrCorrWExamplePreds { get; init; }

    public double? ValidationCorrMaxDrawdown { get; init; }

    public double? ValidationCorrV4CorrWExamplePreds { get; init; }

    public double? ValidationCorrV4MaxDrawdown { get; init; }

    public double? ValidationCorrV4Mean { get; init; }

    public double? ValidationCorrV4Sharpe { get; init; }

    public double? ValidationCorrV4Std { get; init; }

    public double? ValidationFncV4CorrWExamplePreds { get; init; }

    public double? ValidationFncV4MaxDrawdown { get; init; }

    public double? ValidationFncV4Mean { get; init; }

    public double? ValidationFncV4Sharpe { get; init; }

    public double? ValidationFncV4Std { get; init; }

    public double? ValidationIcV2CorrWExamplePreds { get; init; }

    public double? ValidationIcV2MaxDrawdown { get; init; }

    public double? ValidationIcV2Mean { get; init; }

    public double? ValidationIcV2Sharpe { get; init; }

    public double? ValidationIcV2Std { get; init; }

    public double? ValidationRicCorrWExamplePreds { get; init; }

    public double? ValidationRicMaxDrawdown { get; init; }

    public double? ValidationRicMean { get; init; }

    public double? ValidationRicSharpe { get; init; }

    public double? ValidationRicStd { get; init; }

    public double? ValidationAlphaCorrWExamplePreds { get; init; }

    public double? ValidationAlphaMaxDrawdown { get; init; }

    public double? ValidationAlphaMean { get; init; }

    public double? ValidationAlphaSharpe { get; init; }

    public double? ValidationAlphaStd { get; init; }
}

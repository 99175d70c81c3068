namespace Numerai.Web.GraphQl.Submissions;

/// <summary>One era, or one day, whose number is written like 20260109.</summary>
internal sealed record DiagnosticsEraNode
{
    public required int Era { get; init; }

    public double? ExamplePredsCorr { get; init; }

    public double? ValidationCorr { get; init; }

    public double? ValidationMmc { get; init; }

    public double? ValidationBmc { get; init; }

    public double? ValidationFeatureNeutralCorr { get; init; }

    public double? ValidationFeatureNeutralCorrV3 { get; init; }

    public double? ValidationFeatureCorrMax { get; init; }

    public double? ValidationAlpha { get; init; }

    /// <summary>An addition of ours.</summary>
    public double? ValidationMpc { get; init; }

    public double? ValidationCorrV4 { get; init; }

    public double? ValidationFncV4 { get; init; }

    public double? ValidationIcV2 { get; init; }

    public double? ValidationRic { get; init; }

    public double? ValidationChurn { get; init; }

    /// <summary>An addition of ours.</summary>
    public double? ValidationTurnover { get; init; }
}

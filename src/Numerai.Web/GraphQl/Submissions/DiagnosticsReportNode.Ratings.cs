namespace Numerai.Web.GraphQl.Submissions;

/// <summary>Ratings, which clients ask for and which are not given here.</summary>
internal sealed partial record DiagnosticsReportNode
{
    public double? ValidationCorrMeanRating { get; init; }

    public double? ValidationCorrSharpeRating { get; init; }

    public double? ValidationCorrStdRating { get; init; }

    public double? ValidationCorrPlusMmcMeanRating { get; init; }

    public double? ValidationCorrPlusMmcSharpeRating { get; init; }

    public double? ValidationCorrPlusMmcSharpeDiffRating { get; init; }

    public double? ValidationCorrPlusMmcStdRating { get; init; }

    public double? ValidationFeatureCorrMaxRating { get; init; }

    public double? ValidationFeatureNeutralCorrMeanRating { get; init; }

    public double? ValidationFeatureNeutralCorrV3MeanRating { get; init; }

    public double? ValidationMaxDrawdownRating { get; init; }

    public double? ValidationMmcMeanRating { get; init; }

    public double? ValidationMmcSharpeRating { get; init; }

    public double? ValidationMmcStdRating { get; init; }
}

using System.Globalization;
using Numerai.Scoring.Diagnostics;
using Numerai.Web.Diagnostics;

namespace Numerai.Web.GraphQl.Submissions;

/// <summary>Puts reports into the form of participants' clients.</summary>
internal static class DiagnosticsReportNodes
{
    private const string UsualSet = "medium";

    public static DiagnosticsReportNode Of(DiagnosticsResponse response)
    {
        var node = new DiagnosticsReportNode
        {
            Id = response.Id,
            Status = response.Status,
            Message = response.Reason,
            UpdatedAt = response.FinishedAt,
        };
        return response.Report is { } report ? OfEras(node, report, response.FeatureSet is null or UsualSet)
            : response.Signals is { } signals ? OfDays(node, signals)
            : node;
    }

    private static DiagnosticsReportNode OfEras(DiagnosticsReportNode node, ReportResponse report, bool usual)
    {
        var model = report.Model;
        var sum = ReportResponse.SummaryResponse.Of(EraSummary.Of([.. model.Eras.Select(era => era.Corr + era.Mmc ?? double.NaN)]));
        return node with
        {
            ErasAcceptedCount = model.Eras.Count,
            ExamplePredsCorrMean = report.Example?.Corr.Mean,
            ValidationCorrMean = model.Corr.Mean,
            ValidationCorrSharpe = model.Corr.Sharpe,
            ValidationCorrStd = model.Corr.Std,
            ValidationCorrMaxDrawdown = model.Corr.MaxDrawdown,
            ValidationCorrCorrWExamplePreds = report.CorrelationWithExample,
            ValidationMaxDrawdown = model.Corr.MaxDrawdown,
            ValidationAutocorr = model.Corr.Autocorrelation,
            ValidationMmcMean = model.Mmc.Mean,
            ValidationMmcSharpe = model.Mmc.Sharpe,
            ValidationMmcStd = model.Mmc.Std,
            ValidationCorrPlusMmcMean = sum.Mean,
            ValidationCorrPlusMmcSharpe = sum.Sharpe,
            ValidationCorrPlusMmcStd = sum.Std,
            ValidationCorrPlusMmcSharpeDiff = sum.Sharpe - model.Corr.Sharpe,
            ValidationBmcMean = model.Bmc.Mean,
            ValidationFeatureNeutralCorrMean = model.Fnc.Mean,
            ValidationFeatureNeutralCorrV3Mean = usual ? model.Fnc.Mean : null,
            ValidationFeatureCorrMax = model.Eras.Average(era => era.MaxExposure),
            PerEraDiagnostics = [
                .. model.Eras.Select(era => Era(era, report.Example?.Eras.FirstOrDefault(other => other.Era == era.Era)?.Corr, usual))],
        };
    }

    private static DiagnosticsEraNode Era(ReportResponse.EraResponse era, double? example, bool usual) => new()
    {
        Era = int.TryParse(era.Era, CultureInfo.InvariantCulture, out var number) ? number : 0,
        ExamplePredsCorr = example,
        ValidationCorr = era.Corr,
        ValidationMmc = era.Mmc,
        ValidationBmc = era.Bmc,
        ValidationFeatureNeutralCorr = era.Fnc,
        ValidationFeatureNeutralCorrV3 = usual ? era.Fnc : null,
        ValidationFeatureCorrMax = era.MaxExposure,
    };

    private static DiagnosticsReportNode OfDays(DiagnosticsReportNode node, SignalReportResponse report)
    {
        var (corr, mmc, fnc) = (Find("corr"), Find("mmc"), Find("fnc"));
        var (alpha, corrV4, fncV4, icV2, ric) = (Find("alpha"), Find("corr_v4"), Find("fnc_v4"), Find("ic_v2"), Find("ric"));
        return node with
        {
            ErasAcceptedCount = report.Days.Count - report.DaysWithoutTarget,
            ValidationCorrMean = corr?.Mean,
            ValidationCorrSharpe = corr?.Sharpe,
            ValidationCorrStd = corr?.Std,
            ValidationCorrMaxDrawdown = corr?.MaxDrawdown,
            ValidationMmcMean = mmc?.Mean,
            ValidationMmcSharpe = mmc?.Sharpe,
            ValidationMmcStd = mmc?.Std,
            ValidationFeatureNeutralCorrMean = fnc?.Mean,
            ValidationCorrV4MaxDrawdown = corrV4?.MaxDrawdown,
            ValidationCorrV4Mean = corrV4?.Mean,
            ValidationCorrV4Sharpe = corrV4?.Sharpe,
            ValidationCorrV4Std = corrV4?.Std,
            ValidationFncV4MaxDrawdown = fncV4?.MaxDrawdown,
            ValidationFncV4Mean = fncV4?.Mean,
            ValidationFncV4Sharpe = fncV4?.Sharpe,
            ValidationFncV4Std = fncV4?.Std,
            ValidationIcV2MaxDrawdown = icV2?.MaxDrawdown,
            ValidationIcV2Mean = icV2?.Mean,
            ValidationIcV2Sharpe = icV2?.Sharpe,
            ValidationIcV2Std = icV2?.Std,
            ValidationRicMaxDrawdown = ric?.MaxDrawdown,
            ValidationRicMean = ric?.Mean,
            ValidationRicSharpe = ric?.Sharpe,
            ValidationRicStd = ric?.Std,
            ValidationAlphaMaxDrawdown = alpha?.MaxDrawdown,
            ValidationAlphaMean = alpha?.Mean,
            ValidationAlphaSharpe = alpha?.Sharpe,
            ValidationAlphaStd = alpha?.Std,
            PerEraDiagnostics = [.. report.Days.Select(Day)],
        };

        ReportResponse.SummaryResponse? Find(string score) => report.Scores.GetValueOrDefault(score);
    }

    private static DiagnosticsEraNode Day(SignalReportResponse.DayResponse day)
    {
        return new DiagnosticsEraNode
        {
            Era = (day.Date.Year * 10_000) + (day.Date.Month * 100) + day.Date.Day,
            ValidationCorr = Find("corr"),
            ValidationMmc = Find("mmc"),
            ValidationFeatureNeutralCorr = Find("fnc"),
            ValidationAlpha = Find("alpha"),
            ValidationMpc = Find("mpc"),
            ValidationCorrV4 = Find("corr_v4"),
            ValidationFncV4 = Find("fnc_v4"),
            ValidationIcV2 = Find("ic_v2"),
            ValidationRic = Find("ric"),
            ValidationChurn = day.Churn,
            ValidationTurnover = day.Turnover,
        };

        double? Find(string score) => day.Scores.TryGetValue(score, out var value) ? value : null;
    }
}

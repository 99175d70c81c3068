using Numerai.Data.Diagnostics;
using Numerai.Scoring.Diagnostics;

namespace Numerai.Web.Diagnostics;

/// <summary>A report as JSON: what does not exist (no meta model, infinite, fewer than three eras) is null.</summary>
internal sealed record ReportResponse(
    int Rows,
    int Dropped,
    int ErasWithoutTarget,
    int ErasWithoutPredictions,
    ReportResponse.ModelReport Model,
    ReportResponse.ModelReport? Example,
    double? CorrelationWithExample,
    string? MostExposedFeature,
    double? MostExposure)
{
    public static ReportResponse Of(DiagnosticsReport report) => new(
        report.Rows,
        report.Dropped,
        report.ErasWithoutTarget,
        report.ErasWithoutPredictions,
        ModelReport.Of(report.Model),
        report.Example is { } example ? ModelReport.Of(example) : null,
        Finite(report.CorrelationWithExample),
        report.MostExposedFeature,
        Finite(report.MostExposure));

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;

    internal sealed record ModelReport(
        SummaryResponse Corr, SummaryResponse Mmc, SummaryResponse Bmc, SummaryResponse Fnc, IReadOnlyList<EraResponse> Eras)
    {
        public static ModelReport Of(ValidationReport report) => new(
            SummaryResponse.Of(report.Corr),
            SummaryResponse.Of(report.Mmc),
            SummaryResponse.Of(report.Bmc),
            SummaryResponse.Of(report.Fnc),
            [.. report.Eras.Select(EraResponse.Of)]);
    }

    internal sealed record SummaryResponse(
        int Eras, double? Mean, double? Std, double? Sharpe, double? Sortino, double? MaxDrawdown, double? Autocorrelation,
        double? SharePositive)
    {
        public static SummaryResponse Of(EraSummary summary) => new(
            summary.Eras,
            Finite(summary.Mean),
            Finite(summary.Deviation),
            Finite(summary.Sharpe),
            Finite(summary.Sortino),
            Finite(summary.MaximumDrawdown),
            Finite(summary.Autocorrelation),
            Finite(summary.SharePositive));
    }

    internal sealed record EraResponse(
        string Era, double? Corr, double? Mmc, double? Bmc, double? Fnc, double? MaxExposure, double? MeanExposure)
    {
        public static EraResponse Of(EraScores era) => new(
            era.Era, Finite(era.Corr), Finite(era.Mmc), Finite(era.Bmc), Finite(era.Fnc), Finite(era.MaximumExposure),
            Finite(era.MeanExposure));
    }
}

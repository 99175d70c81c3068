using Numerai.Cli.CommandLine;
using Numerai.Client.Diagnostics;
using Numerai.Scoring.Diagnostics;

namespace Numerai.Cli.Diagnostics;

/// <summary>A report as people read it.</summary>
internal static class DiagnosticsView
{
    public static DetailView<DiagnosticsReport> Detail { get; } = new DetailView<DiagnosticsReport>()
        .Field("predictions", report => $"{Format.Number(report.Rows)} used, {Format.Number(report.Dropped)} with unknown ids")
        .Field(
            "eras",
            report => $"{Format.Number(report.Model.Eras.Count)} scored, {Format.Number(report.ErasWithoutTarget)} without a target yet, "
            + $"{Format.Number(report.ErasWithoutPredictions)} without predictions")
        .Field("correlation with example", report => Format.Score(report.CorrelationWithExample))
        .Field(
            "most exposed to",
            report => report.MostExposedFeature is { } feature ? $"{feature} ({Format.Score(report.MostExposure)})" : null)
        .Field("churn", report => report.Churn is { } churn ? Format.Share(churn) : null)
        .Field("turnover", report => report.Turnover is { } turnover ? Format.Share(turnover) : null);

    public static TableView<(string Name, ScoreSummary Summary)> Summaries { get; } =
        new TableView<(string Name, ScoreSummary Summary)>("There are no scores.")
            .Text("score", row => row.Name)
            .Number("eras", row => Format.Number(row.Summary.Eras))
            .Number("mean", row => Format.Score(row.Summary.Mean))
            .Number("std", row => Format.Score(row.Summary.Std))
            .Number("Sharpe", row => Format.Score(row.Summary.Sharpe))
            .Number("Sortino", row => Format.Score(row.Summary.Sortino))
            .Number("max drawdown", row => Format.Share(row.Summary.MaxDrawdown))
            .Number("autocorrelation", row => Format.Score(row.Summary.Autocorrelation))
            .Number("positive", row => Format.Share(row.Summary.SharePositive));

    public static TableView<EraDiagnostics> ErasWithMovement { get; } = EraScores()
        .Number("churn", era => Format.Share(era.Churn))
        .Number("turnover", era => Format.Share(era.Turnover));

    public static TableView<EraDiagnostics> Eras { get; } = EraScores();

    private static TableView<EraDiagnostics> EraScores() => new TableView<EraDiagnostics>("No era was scored.")
        .Text("era", era => era.Era)
        .Number("CORR", era => Format.Score(era.Corr))
        .Number("MMC", era => Format.Score(era.Mmc))
        .Number("BMC", era => Format.Score(era.Bmc))
        .Number("FNC", era => Format.Score(era.Fnc))
        .Number("max exposure", era => Format.Score(era.MaxExposure))
        .Number("mean exposure", era => Format.Score(era.MeanExposure));

    public static IReadOnlyList<(string Name, ScoreSummary Summary)> Scores(DiagnosticsReport report) =>
    [
        ("CORR", report.Model.Corr),
        ("MMC", report.Model.Mmc),
        ("BMC", report.Model.Bmc),
        ("FNC", report.Model.Fnc),
        .. report.Example is { } example
            ? [("example's CORR", example.Corr), ("example's MMC", example.Mmc), ("example's FNC", example.Fnc)]
            : Array.Empty<(string, ScoreSummary)>(),
    ];

    /// <summary>A report made on this machine, in the form of the REST interface.</summary>
    public static DiagnosticsReport Of(Numerai.Data.Diagnostics.DiagnosticsReport report) => new(
        report.Rows,
        report.Dropped,
        report.ErasWithoutTarget,
        report.ErasWithoutPredictions,
        Of(report.Model),
        report.Example is { } example ? Of(example) : null,
        Finite(report.CorrelationWithExample),
        report.MostExposedFeature,
        Finite(report.MostExposure),
        Finite(report.Churn),
        Finite(report.Turnover));

    private static ModelDiagnostics Of(ValidationReport report) => new(Of(report.Corr), Of(report.Mmc), Of(report.Bmc), Of(report.Fnc),
    [
        .. report.Eras.Select(era => new EraDiagnostics(era.Era, Finite(era.Corr), Finite(era.Mmc), Finite(era.Bmc), Finite(era.Fnc),
            Finite(era.MaximumExposure), Finite(era.MeanExposure), Finite(era.Churn), Finite(era.Turnover))),
    ]);

    public static ScoreSummary Of(EraSummary summary) =>
        new(summary.Eras, Finite(summary.Mean), Finite(summary.Deviation), Finite(summary.Sharpe),
        Finite(summary.Sortino), Finite(summary.MaximumDrawdown), Finite(summary.Autocorrelation), Finite(summary.SharePositive));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

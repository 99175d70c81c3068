using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Diagnostics;
using Numerai.Client.Diagnostics;
using Numerai.Data.Signals;

namespace Numerai.Cli.Universes;

/// <summary>How a signal did over a history, as people read it.</summary>
internal static class SignalDiagnosticsView
{
    public static DetailView<SignalDiagnosticsReport> Detail { get; } = new DetailView<SignalDiagnosticsReport>()
        .Field("rows", report => $"{Format.Number(report.Rows)} used, {Format.Number(report.Dropped)} not in their day's universe")
        .Field(
            "days",
            report =>
                $"{Format.Number(report.Days.Count - report.DaysWithoutTarget)} scored, {Format.Number(report.DaysWithoutTarget)} "
                    + "without a target yet, "
            + $"{Format.Number(report.UnknownDays)} not in the history")
        .Field("churn", report => Format.Share(report.Churn))
        .Field("turnover", report => Format.Share(report.Turnover));

    public static TableView<(string Name, ScoreSummary Summary)> Scores { get; } = new TableView<(string Name, ScoreSummary Summary)>(
        "There are no scores.")
        .Text("score", row => row.Name)
        .Number("days", row => Format.Number(row.Summary.Eras))
        .Number("mean", row => Format.Score(row.Summary.Mean))
        .Number("std", row => Format.Score(row.Summary.Std))
        .Number("Sharpe", row => Format.Score(row.Summary.Sharpe))
        .Number("Sortino", row => Format.Score(row.Summary.Sortino))
        .Number("max drawdown", row => Format.Share(row.Summary.MaxDrawdown))
        .Number("autocorrelation", row => Format.Score(row.Summary.Autocorrelation))
        .Number("positive", row => Format.Share(row.Summary.SharePositive));

    /// <summary>Day by day, a column for each score there is.</summary>
    public static TableView<DayDiagnostics> Days(SignalDiagnosticsReport report)
    {
        var view = new TableView<DayDiagnostics>("No day was scored.")
            .Text("date", day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Number("rows", day => Format.Number(day.Rows));
        foreach (var name in Names(report))
        {
            view = view.Number(name, day => Format.Score(day.Scores.TryGetValue(name, out var score) ? score : null));
        }

        return view.Number("churn", day => Format.Share(day.Churn)).Number("turnover", day => Format.Share(day.Turnover));
    }

    public static IEnumerable<string> Names(SignalDiagnosticsReport report) => report.Scores.Keys.Order(StringComparer.Ordinal);

    /// <summary>A report made on this machine, in the form of the REST interface.</summary>
    public static SignalDiagnosticsReport Of(SignalReport report) => new(
        report.Rows,
        report.Dropped,
        report.UnknownDays,
        report.DaysWithoutTarget,
        report.Scores.ToDictionary(score => score.Key, score => DiagnosticsView.Of(score.Value), StringComparer.Ordinal),
        report.Churn,
        report.Turnover,
        [.. report.Days.Select(day => new DayDiagnostics(day.Date, day.Rows, day.Scores, day.Churn, day.Turnover))]);
}

using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Data.Diagnostics;
using Numerai.Data.Signals;
using Numerai.Scoring.Diagnostics;

namespace Numerai.Cli.Universes;

internal sealed class UniverseDiagnosticsCommand : CliCommand
{
    private static readonly DetailView<SignalReport> _detail = new DetailView<SignalReport>()
        .Field("rows", report => $"{Format.Number(report.Rows)} used, {Format.Number(report.Dropped)} not in their day's universe")
        .Field("days", report => $"{Format.Number(report.Days.Count)} scored, {Format.Number(report.UnknownDays)} not in the history")
        .Field("churn", report => Format.Share(Mean(report, day => day.Churn)))
        .Field("turnover", report => Format.Share(Mean(report, day => day.Turnover)));

    private static readonly TableView<(string Name, EraSummary Summary)> _scores = new TableView<(string Name, EraSummary Summary)>("There are no scores.")
        .Text("score", row => row.Name)
        .Number("days", row => Format.Number(row.Summary.Eras))
        .Number("mean", row => Format.Score(row.Summary.Mean))
        .Number("std", row => Format.Score(row.Summary.Deviation))
        .Number("Sharpe", row => Format.Score(row.Summary.Sharpe))
        .Number("max drawdown", row => Format.Share(row.Summary.MaximumDrawdown))
        .Number("positive", row => Format.Share(row.Summary.SharePositive));

    private static readonly TableView<SignalDay> _days = new TableView<SignalDay>("No day was scored.")
        .Text("date", day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Number("rows", day => Format.Number(day.Rows))
        .Text("scores", day => string.Join("  ", day.Scores.Select(score => $"{score.Key} {Format.Score(score.Value)}")))
        .Number("churn", day => Format.Share(day.Churn))
        .Number("turnover", day => Format.Share(day.Turnover));

    private readonly Argument<string> _file = new("file") { Description = "A signal with a date column, CSV or Parquet, plain or gzip." };

    private readonly Option<string> _folder = new("--folder")
    {
        Description = "A downloaded history: validation.parquet, with its neutralizers and sample weights beside it.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<bool> _everyDay = new("--days") { Description = "Also the scores of every day." };

    public UniverseDiagnosticsCommand()
        : base("diagnostics", "How a signal with a date column would have done on the days of a downloaded history.")
    {
        Arguments.Add(_file);
        Options.Add(_folder);
        Options.Add(_everyDay);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        SignalReport report;
        try
        {
            var content = await File.ReadAllBytesAsync(context.Get(_file), context.Cancellation);
            report = SignalDiagnostics.Run(content, SignalHistory.Load(context.Get(_folder)!));
        }
        catch (DiagnosticsRefusedException refused)
        {
            throw new NumeraiApiException(refused.Refusal.Code, refused.Refusal.Message);
        }

        context.Output.Write(report, _detail);
        var names = report.Days.SelectMany(day => day.Scores.Keys).Distinct().Order(StringComparer.Ordinal);
        context.Output.WriteTable(
            [.. names.Select(name => (name, EraSummary.Of([.. report.Days.Select(day => day.Scores.GetValueOrDefault(name, double.NaN))])))], _scores);
        if (context.Get(_everyDay))
        {
            context.Output.WriteTable(report.Days, _days);
        }

        return ExitCodes.Done;
    }

    private static double? Mean(SignalReport report, Func<SignalDay, double?> value) => report.Days.Select(value).Average();
}

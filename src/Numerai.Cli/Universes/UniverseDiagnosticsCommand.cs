using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Diagnostics;
using Numerai.Data.Diagnostics;
using Numerai.Data.Signals;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Universes;

internal sealed class UniverseDiagnosticsCommand : CliCommand
{
    private readonly Argument<string> _file = new("file") { Description = "A signal with a date column, CSV or Parquet, plain or gzip." };

    private readonly Option<string?> _release = new("--data-version")
    {
        Description = $"The published release, such as {Tournaments.DefaultOfDays.Release}; without it the tournament's newest one.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _folder = new("--folder")
    {
        Description = "Diagnose on this machine, without a server, against a downloaded history: validation.parquet, with its "
            + "neutralizers, sample weights and meta_model.parquet beside it.",
        HelpName = "FOLDER",
    };

    private readonly Option<int> _tournament = DayOption.Tournament();
    private readonly Option<bool> _everyDay = new("--days") { Description = "Also the scores of every day." };

    public UniverseDiagnosticsCommand()
        : base(
            "diagnostics",
            "How a signal with a date column would have done on the days of a history: ALPHA, MPC, CORRv4, FNCv4, RIC, ICv2, MMC, churn, "
                + "turnover.")
    {
        Arguments.Add(_file);
        foreach (var option in new Option[] { _release, _folder, _tournament, _everyDay })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var report = context.Get(_folder) is { } folder ? RunHere(folder, context) : await AskAsync(context);
        context.Output.Write(report, SignalDiagnosticsView.Detail);
        context.Output.WriteTable(
            [.. SignalDiagnosticsView.Names(report).Select(name => (name, report.Scores[name]))], SignalDiagnosticsView.Scores);
        if (context.Get(_everyDay))
        {
            context.Output.WriteTable(report.Days, SignalDiagnosticsView.Days(report));
        }

        return ExitCodes.Done;
    }

    private async Task<SignalDiagnosticsReport> AskAsync(CommandContext context)
    {
        using var client = context.Connect();
        var file = context.Get(_file)!;
        return await client.Diagnostics.RunSignalAsync(
            file, context.Get(_tournament), context.Get(_release), new TransferBar(Path.GetFileName(file)), context.Cancellation);
    }

    private SignalDiagnosticsReport RunHere(string folder, CommandContext context)
    {
        try
        {
            return SignalDiagnosticsView.Of(
                SignalDiagnostics.Run(context.Get(_file)!, SignalHistoryFiles.In(folder), cancellation: context.Cancellation));
        }
        catch (DiagnosticsRefusedException refused)
        {
            throw new NumeraiApiException(refused.Refusal.Code, refused.Refusal.Message);
        }
    }
}

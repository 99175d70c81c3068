using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Data.Diagnostics;
using Numerai.Data.Releases;

namespace Numerai.Cli.Diagnostics;

internal sealed class DiagnosticsCommand : CliCommand
{
    private readonly Argument<string> _file = new("file") { Description = "Predictions of validation.parquet, CSV or Parquet, plain or gzip." };

    private readonly Option<string?> _release = new("--data-version")
    {
        Description = "The published release, such as v5.2; without it the newest one.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _features = new("--features")
    {
        Description = "Feature set that FNC and exposures are taken over; without it medium.",
        HelpName = "SET",
    };

    private readonly Option<string?> _folder = new("--folder")
    {
        Description = "Diagnose on this machine, without a server, against a release downloaded here.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _eras = new("--eras") { Description = "Also the scores of every era." };

    public DiagnosticsCommand()
        : base("diagnostics", "How validation predictions would have done: CORR, MMC, BMC, FNC, Sharpe, drawdown, exposures.")
    {
        Arguments.Add(_file);
        foreach (var option in new Option[] { _release, _features, _folder, _eras })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var report = context.Get(_folder) is { } folder ? RunHere(folder, context) : await AskAsync(context);
        context.Output.Write(report, DiagnosticsView.Detail);
        context.Output.WriteTable(DiagnosticsView.Scores(report), DiagnosticsView.Summaries);
        if (context.Get(_eras))
        {
            context.Output.WriteTable(report.Model.Eras, DiagnosticsView.Eras);
        }

        return ExitCodes.Done;
    }

    private async Task<Client.Diagnostics.DiagnosticsReport> AskAsync(CommandContext context)
    {
        using var client = context.Connect();
        var file = context.Get(_file);
        return await client.Diagnostics.RunAsync(
            file, context.Get(_release), context.Get(_features), new TransferBar(Path.GetFileName(file)), context.Cancellation);
    }

    private Client.Diagnostics.DiagnosticsReport RunHere(string folder, CommandContext context)
    {
        var sets = FeatureMetadata.Load(Path.Combine(folder, "features.json")).FeatureSets;
        var set = context.Get(_features) ?? "medium";
        if (!sets.TryGetValue(set, out var features))
        {
            throw new NumeraiApiException("feature_set_not_found", $"The release has no feature set '{set}'; it has {string.Join(", ", sets.Keys)}.");
        }

        try
        {
            return DiagnosticsView.Of(DiagnosticsRun.Run(
                context.Get(_file), ValidationPart.Of(folder), new DiagnosticsOptions { Features = features }, context.Cancellation));
        }
        catch (DiagnosticsRefusedException refused)
        {
            throw new NumeraiApiException(refused.Refusal.Code, refused.Refusal.Message);
        }
    }
}

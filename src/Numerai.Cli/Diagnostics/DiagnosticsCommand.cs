using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Releases;
using Numerai.Client;
using Numerai.Data.Diagnostics;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Releases;

namespace Numerai.Cli.Diagnostics;

internal sealed class DiagnosticsCommand : CliCommand
{
    private readonly Argument<string> _file = new("file")
    {
        Description = "Predictions of validation.parquet, CSV or Parquet, plain or gzip.",
    };

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

    private readonly Option<string?> _key = new("--key")
    {
        Description = "The operator's obfuscation key file, with --folder and the panel of the release: adds churn and turnover between "
            + "eras.",
        HelpName = "FILE",
    };

    private readonly PanelOptions _panel = new();
    private readonly Option<bool> _eras = new("--eras") { Description = "Also the scores of every era." };

    public DiagnosticsCommand()
        : base("diagnostics", "How validation predictions would have done: CORR, MMC, BMC, FNC, Sharpe, drawdown, exposures.")
    {
        Arguments.Add(_file);
        foreach (var option in new Option[] { _release, _features, _folder, _key, _eras })
        {
            Options.Add(option);
        }

        _panel.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var folder = context.Get(_folder);
        if (context.Get(_key) is not null && folder is null)
        {
            Console.Error.WriteLine("usage: Give --key together with --folder: securities are decoded on this machine only.");
            return ExitCodes.Usage;
        }

        PricePanel? panel = null;
        if (context.Get(_key) is not null && (panel = _panel.Load(context)) is null)
        {
            return ExitCodes.Usage;
        }

        var report = folder is not null ? RunHere(folder, panel, context) : await AskAsync(context);
        context.Output.Write(report, DiagnosticsView.Detail);
        context.Output.WriteTable(DiagnosticsView.Scores(report), DiagnosticsView.Summaries);
        if (context.Get(_eras))
        {
            context.Output.WriteTable(report.Model.Eras, report.Churn is null ? DiagnosticsView.Eras : DiagnosticsView.ErasWithMovement);
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

    private Client.Diagnostics.DiagnosticsReport RunHere(string folder, PricePanel? panel, CommandContext context)
    {
        var sets = FeatureMetadata.Load(Path.Combine(folder, "features.json")).FeatureSets;
        var set = context.Get(_features) ?? "medium";
        if (!sets.TryGetValue(set, out var features))
        {
            throw new NumeraiApiException(
                "feature_set_not_found", $"The release has no feature set '{set}'; it has {string.Join(", ", sets.Keys)}.");
        }

        try
        {
            return DiagnosticsView.Of(DiagnosticsRun.Run(
                context.Get(_file)!, ValidationPart.Of(folder), new DiagnosticsOptions
                {
                    Features = features,
                    Securities = Securities(panel, context),
                }, context.Cancellation));
        }
        catch (DiagnosticsRefusedException refused)
        {
            throw new NumeraiApiException(refused.Refusal.Code, refused.Refusal.Message);
        }
    }

    private Func<string, IReadOnlyList<string>, IReadOnlyList<string?>>? Securities(PricePanel? panel, CommandContext context)
    {
        if (panel is null)
        {
            return null;
        }

        var decoder = new ReleaseDecoder(ObfuscationKey.Load(context.Get(_key)!), new ObfuscationOptions(), panel.Securities);
        return (era, ids) => decoder.Decode(int.Parse(era, CultureInfo.InvariantCulture), ids);
    }
}

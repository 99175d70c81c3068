using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Releases;
using Numerai.Data.Obfuscation;
using Numerai.Data.Releases;
using Numerai.Learners;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Operators;

internal sealed class ReleaseBuildCommand : CliCommand
{
    private static readonly DetailView<Summary> _view = new DetailView<Summary>()
        .Field("version", summary => summary.Version)
        .Field("public", summary => summary.PublicFolder)
        .Field("operator's", summary => summary.OperatorFolder)
        .Field("rounds", summary => Format.Number(summary.Rounds));

    private readonly PanelOptions _panel = new();

    private readonly Option<string> _key = new("--key")
    {
        Description = "The operator's key file; made when absent. Whoever has it can undo the obfuscation.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _signingKey = KeyOptions.Signing();
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder to make; must not exist.",
        HelpName = "FOLDER",
        Required = true,
    };
    private readonly Option<int> _rounds = new("--rounds")
    {
        Description = "Weekly eras held out as live rounds.",
        DefaultValueFactory = _ => 26,
    };
    private readonly Option<string> _version = new("--data-version")
    {
        Description = "Name of the public folder.",
        DefaultValueFactory = _ => Tournaments.Default.Release,
    };

    public ReleaseBuildCommand()
        : base("build", "Build a data release from prices: features, targets, obfuscation, benchmark models.")
    {
        _panel.AddTo(this);
        foreach (var option in new Option[] { _key, _signingKey, _out, _rounds, _version })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        if (_panel.Load(context) is not { } panel)
        {
            return Task.FromResult(ExitCodes.Usage);
        }

        using var signingKey = context.LoadSigning(_signingKey);
        var options = new ReleaseOptions
        {
            Tournament = Tournaments.Default.Id.Number,
            Version = context.Get(_version)!,
            Rounds = context.Get(_rounds),
            Benchmarks = BenchmarkModels.Default(_panel.Seed(context)),
            SigningKey = signingKey,
        };
        var release = ReleaseBuilder.Build(
            options, panel, LoadOrCreate(context.Get(_key)!), context.Get(_out)!, new StageLine(), context.Cancellation);
        context.Output.Write(new Summary(release.Version, release.PublicFolder, release.OperatorFolder, release.Rounds.Count), _view);
        return Task.FromResult(ExitCodes.Done);
    }

    private static ObfuscationKey LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return ObfuscationKey.Load(path);
        }

        var key = ObfuscationKey.Generate();
        key.Save(path);
        return key;
    }

    private sealed record Summary(string Version, string PublicFolder, string OperatorFolder, int Rounds);
}

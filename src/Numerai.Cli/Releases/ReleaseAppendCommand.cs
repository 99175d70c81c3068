using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Obfuscation;
using Numerai.Data.Releases;
using Numerai.Data.Releases.Appending;
using Numerai.Learners;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Releases;

internal sealed class ReleaseAppendCommand : CliCommand
{
    private static readonly DetailView<Summary> _view = new DetailView<Summary>()
        .Field("appended", summary => summary.Folder)
        .Field("eras", summary => $"{summary.FirstEra} to {summary.LastEra}")
        .Field("next round", summary => Format.Number(summary.NextRound));

    private readonly Argument<string> _folder = new("folder") { Description = "The release." };
    private readonly PanelOptions _panel = new();
    private readonly Option<string> _key = KeyOptions.Obfuscation();
    private readonly Option<string?> _signingKey = KeyOptions.Signing();

    private readonly Option<int?> _round = new("--round")
    {
        Description = "The round that opens next; eras of all rounds before it become history. Without it, one week more than the last "
            + "time.",
    };

    private readonly Option<string?> _metaModels = new("--meta-models")
    {
        Description = "Folder with the meta models of resolved rounds, each `round meta-model N --json > N.json`.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _acceptRevisions = new("--accept-revisions")
    {
        Description = "Append although the prices of published eras were revised since; what was published stays as it is.",
    };

    public ReleaseAppendCommand()
        : base("append", "Add the weeks since to a release; no published file changes.")
    {
        Arguments.Add(_folder);
        _panel.AddTo(this);
        foreach (var option in new Option[] { _key, _signingKey, _round, _metaModels, _acceptRevisions })
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
        var folder = context.Get(_folder);
        var options = new AppendOptions
        {
            Release = new ReleaseOptions
            {
                Tournament = Tournaments.Default.Id.Number,
                Benchmarks = BenchmarkModels.Default(_panel.Seed(context)),
                SigningKey = signingKey,
            },
            Round = context.Get(_round),
            MetaModels = context.Get(_metaModels),
            AcceptRevisions = context.Get(_acceptRevisions),
        };
        var appended = ReleaseAppender.Append(
            folder, panel, ObfuscationKey.Load(context.Get(_key)!), options, new StageLine(), context.Cancellation);
        var nextRound = appended.Last + 2 - Release.Open(folder).Rounds[0].Era;
        context.Output.Write(new Summary(appended.Path, appended.First, appended.Last, nextRound), _view);
        return Task.FromResult(ExitCodes.Done);
    }

    private sealed record Summary(string Folder, int FirstEra, int LastEra, int NextRound);
}

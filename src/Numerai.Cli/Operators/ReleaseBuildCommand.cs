using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Releases;
using Numerai.Learners;

namespace Numerai.Cli.Operators;

internal sealed class ReleaseBuildCommand : CliCommand
{
    private static readonly DetailView<Summary> _view = new DetailView<Summary>()
        .Field("version", summary => summary.Version)
        .Field("public", summary => summary.PublicFolder)
        .Field("operator's", summary => summary.OperatorFolder)
        .Field("rounds", summary => Format.Number(summary.Rounds));

    private readonly Option<string?> _prices = new("--prices") { Description = "Folder of a price panel as wide CSV files.", HelpName = "FOLDER" };
    private readonly Option<bool> _synthetic = new("--synthetic") { Description = "Invent a market instead." };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Seed of the invented market and of the benchmark models.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> _key = new("--key")
    {
        Description = "The operator's key file; made when absent. Whoever has it can undo the obfuscation.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _out = new("--out") { Description = "Folder to make; must not exist.", HelpName = "FOLDER", Required = true };
    private readonly Option<int> _rounds = new("--rounds") { Description = "Weekly eras held out as live rounds.", DefaultValueFactory = _ => 26 };
    private readonly Option<string> _version = new("--data-version") { Description = "Name of the public folder.", DefaultValueFactory = _ => "v5.2" };

    public ReleaseBuildCommand()
        : base("build", "Build a data release from prices: features, targets, obfuscation, benchmark models.")
    {
        foreach (var option in new Option[] { _prices, _synthetic, _seed, _key, _out, _rounds, _version })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var prices = context.Get(_prices);
        if ((prices is null) == !context.Get(_synthetic))
        {
            Console.Error.WriteLine("usage: Give either --prices FOLDER or --synthetic.");
            return Task.FromResult(ExitCodes.Usage);
        }

        var seed = context.Get(_seed);
        var panel = prices is null ? SyntheticMarket.Create(new SyntheticMarketOptions { Seed = seed }) : WideCsvPanel.Load(prices);
        var options = new ReleaseOptions
        {
            Version = context.Get(_version)!,
            Rounds = context.Get(_rounds),
            Benchmarks = BenchmarkModels.Default(seed),
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

    /// <summary>The stage on one line of the error stream; nothing when that is no terminal.</summary>
    private sealed class StageLine : IProgress<ReleaseProgress>
    {
        public void Report(ReleaseProgress value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write($"\r{value.Share,4:0%}  {value.Stage,-24}{(value.Share >= 1 ? "\n" : string.Empty)}");
            }
        }
    }
}

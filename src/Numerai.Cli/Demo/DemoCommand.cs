using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Data.Releases;
using Spectre.Console;

namespace Numerai.Cli.Demo;

internal sealed class DemoCommand : CliCommand
{
    private const int LargestRounds = 104;
    private const int PipeWidth = 140;
    private static readonly TimeSpan _beforeTheFirstRound = TimeSpan.FromDays(1);

    private readonly Option<string?> _prices = new("--prices")
    {
        Description = "Play on a panel of real prices (wide CSV files) instead of a synthetic market.",
        HelpName = "FOLDER",
    };

    private readonly Option<int> _seed = new("--seed") { Description = "Same seed, same result.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "Weekly rounds to play, 1 to 104.", DefaultValueFactory = _ => 26 };

    private readonly Option<string> _folder = new("--folder")
    {
        Description = "Where release, database, downloads and results go; an earlier demonstration there is replaced.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "demo",
    };

    private readonly Option<int> _port = new("--port") { Description = "Port of the server; 0 takes a free one.", DefaultValueFactory = _ => 0 };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the server up at the end, until Ctrl-C." };

    public DemoCommand()
        : base("demo", "Play half a year of a tournament on this machine: 14 participants, 46 models, real HTTP.")
    {
        foreach (var option in new Option[] { _prices, _seed, _rounds, _folder, _port, _keep })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var options = new DemoOptions(
            context.Get(_seed),
            context.Get(_rounds),
            context.Get(_prices),
            Path.GetFullPath(context.Get(_folder)!),
            context.Get(_keep),
            context.Get(_port));
        if (options.Rounds is < 1 or > LargestRounds)
        {
            await Console.Error.WriteLineAsync($"usage: --rounds is {options.Rounds}; it lies between 1 and {LargestRounds}.");
            return ExitCodes.Usage;
        }

        DemoFolder.Prepare(options.Folder);
        var console = MakeConsole();
        var progress = new DemoProgress(console, TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        console.WriteLine(options.Prices is { } prices
            ? $"A Classic tournament over {options.Rounds} weekly rounds on the prices in {prices}, seed {options.Seed}."
            : $"A Classic tournament over {options.Rounds} weekly rounds on a synthetic market, seed {options.Seed}.");
        progress.Say("building the release");
        var release = DemoRelease.Build(options, new Progress<ReleaseProgress>(), context.Cancellation);
        var clock = release.Rounds[0].OpensAt - _beforeTheFirstRound;
        await using var server = await DemoServer.StartAsync(options.ServerFolder, options.Port, clock, context.Cancellation);
        progress.Say($"server up at {server.Url}");
        var outcome = await progress.RunAsync(() => PlayAsync(options, release, server, progress, context.Cancellation));
        Finish(options, outcome, console, TimeProvider.System.GetElapsedTime(started));
        if (options.Keep)
        {
            console.WriteLine($"The server stays up at {server.Url} (pages of the API: {server.Url}docs); Ctrl-C ends it.");
            await server.WaitForExitAsync(context.Cancellation);
        }

        return outcome.Conservation.Holds && outcome.Audit.Clean ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<DemoOutcome> PlayAsync(
        DemoOptions options, Release release, DemoServer server, DemoProgress progress, CancellationToken cancellation)
    {
        var key = NumeraiConfiguration.Load(server.Url.ToString(), path: server.OperatorFile);
        using var theOperator = new DemoOperator(new NumeraiClient(key), release);
        using var run = new DemoRun(options, release, server.Url, theOperator, progress);
        return await run.RunAsync(cancellation);
    }

    /// <summary>Files and pipes have no width of their own; tables of the summary fit this one.</summary>
    private static IAnsiConsole MakeConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }

    private static void Finish(DemoOptions options, DemoOutcome outcome, IAnsiConsole console, TimeSpan elapsed)
    {
        DemoSummary.Print(console, outcome);
        DemoResults.Write(options.ResultsFolder, outcome);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Result {DemoHash.Of(outcome)} (the same for the same seed and data), {elapsed.TotalSeconds:F0} s."));
        console.WriteLine($"Tables (Parquet and CSV) are in {options.ResultsFolder}, the export of the books in {options.ExportFolder}, the database and files of the server in {options.ServerFolder}.");
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Demo.Daily;
using Numerai.Cli.Demo.Governance;
using Numerai.Client;
using Numerai.Data.Releases;
using Numerai.Tournament.Rounds.Presets;
using Spectre.Console;

namespace Numerai.Cli.Demo;

internal sealed class DemoCommand : CliCommand
{
    private const int LargestRounds = 104;
    private const int LargestScoringDays = 60;
    private const int WeeklyRounds = 26;
    private const int DailyRounds = 20;
    private static readonly string _ofDays = Tournaments.Names(preset => DailyDemoPlan.Of(preset) is not null);
    private static readonly TimeSpan _beforeTheFirstRound = TimeSpan.FromDays(1);

    private readonly Option<string?> _prices = new("--prices")
    {
        Description = "Play on a panel of real prices (wide CSV files) instead of a synthetic market.",
        HelpName = "FOLDER",
    };

    private readonly Option<int> _seed = new("--seed") { Description = "Same seed, same result.", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> _rounds = new("--rounds")
    {
        Description = $"Rounds to play, 1 to 104: 26 weekly ones in {Tournaments.Default.Name}, else 20 daily ones.",
    };

    private readonly Option<string> _tournament = new Option<string>("--tournament", "-t")
    {
        Description = "Which tournament to play.",
        DefaultValueFactory = _ => Tournaments.Default.Word,
    }.AcceptOnlyFromAmong([.. Tournaments.All.Select(preset => preset.Word)]);

    private readonly Option<int?> _scoringDays = new("--scoring-days")
    {
        Description = $"{_ofDays}: days that a round is scored, 1 to 60, instead of what the tournament's settings say.",
    };

    private readonly Option<string> _folder = new("--folder")
    {
        Description = "Where release, database, downloads and results go; an earlier demonstration there is replaced.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "demo",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "Port of the server; 0 takes a free one.",
        DefaultValueFactory = _ => 0,
    };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the server up at the end, until Ctrl-C." };

    public DemoCommand()
        : base("demo", "Play a tournament on this machine over real HTTP: "
            + $"half a year of {Tournaments.Default.Name} with 46 models, or weeks of {_ofDays}.")
    {
        foreach (var option in new Option[] { _tournament, _prices, _seed, _rounds, _scoringDays, _folder, _port, _keep })
        {
            Options.Add(option);
        }

        Subcommands.Add(new GovernanceDemoCommand());
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var preset = Tournaments.Find(context.Get(_tournament)!)!;
        var plan = DailyDemoPlan.Of(preset);
        var options = new DemoOptions(
            context.Get(_seed),
            context.Get(_rounds) ?? (plan is null ? WeeklyRounds : DailyRounds),
            context.Get(_prices),
            Path.GetFullPath(context.Get(_folder)!),
            context.Get(_keep),
            context.Get(_port));
        if (options.Rounds is < 1 or > LargestRounds)
        {
            await Console.Error.WriteLineAsync($"usage: --rounds is {options.Rounds}; it lies between 1 and {LargestRounds}.");
            return ExitCodes.Usage;
        }

        if (context.Get(_scoringDays) is { } days && (days is < 1 or > LargestScoringDays || plan is null))
        {
            await Console.Error.WriteLineAsync(
                $"usage: --scoring-days is {days}; it lies between 1 and {LargestScoringDays}, for {_ofDays}.");
            return ExitCodes.Usage;
        }

        DemoFolder.Prepare(options.Folder);
        var console = DemoConsole.Make();
        if (plan is not null)
        {
            return await DailyDemo.RunAsync(options, plan, context.Get(_scoringDays), console, context.Cancellation);
        }

        var progress = new DemoProgress(console, TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        console.WriteLine(options.Prices is { } prices
            ? $"A {preset.Name} tournament over {options.Rounds} weekly rounds on the prices in {prices}, seed {options.Seed}."
            : $"A {preset.Name} tournament over {options.Rounds} weekly rounds on a synthetic market, seed {options.Seed}.");
        progress.Say("building the release");
        var release = DemoRelease.Build(options, new Progress<ReleaseProgress>(), context.Cancellation);
        var clock = release.Rounds[0].OpensAt - _beforeTheFirstRound;
        await using var server = await DemoServer.StartAsync(options.ServerFolder, options.Port, clock, context.Cancellation);
        progress.Say($"server up at {server.Url}");
        var outcome = await progress.RunAsync(() => PlayAsync(options, release, server, progress, context.Cancellation));
        await FinishAsync(options, outcome, console, TimeProvider.System.GetElapsedTime(started));
        await DemoEnding.KeepAsync(console, options, server, context.Cancellation);

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

    private static async Task FinishAsync(DemoOptions options, DemoOutcome outcome, IAnsiConsole console, TimeSpan elapsed)
    {
        DemoSummary.Print(console, outcome);
        await DemoResults.WriteAsync(options.ResultsFolder, outcome);
        DemoEnding.Print(console, options, DemoHash.Of(outcome.Scores, outcome.Settlements, outcome.Conservation), elapsed);
    }
}

using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Tournament.Rounds.Presets;
using Spectre.Console;

namespace Numerai.Cli.Demo.Governance;

internal sealed class GovernanceDemoCommand : CliCommand
{
    /// <summary>A Tuesday, when a round opens.</summary>
    private static readonly DateTimeOffset _start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly Option<int> _seed = new("--seed") { Description = "Same seed, same transcript.", DefaultValueFactory = _ => 1 };

    private readonly Option<string> _folder = new("--folder")
    {
        Description = "Where database, report, export and transcript go; an earlier demonstration there is replaced.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "demo",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "Port of the server; 0 takes a free one.",
        DefaultValueFactory = _ => 0,
    };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the server up at the end, until Ctrl-C." };

    public GovernanceDemoCommand()
        : base(
            "governance", "Play how holders change the payout with a backtest on the ballot, and how a signal is sold through agreements.")
    {
        foreach (var option in new Option[] { _seed, _folder, _port, _keep })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var options = new DemoOptions(
            context.Get(_seed), 3, null, Path.GetFullPath(context.Get(_folder)!), context.Get(_keep), context.Get(_port));
        DemoFolder.Prepare(options.Folder);
        var console = DemoConsole.Make();
        var started = context.Time.GetTimestamp();
        console.WriteLine($"Holders of NMR govern a {Tournaments.Default.Name} tournament, seed {options.Seed}.");
        await using var server = await DemoServer.StartAsync(options.ServerFolder, options.Port, _start, context.Cancellation);
        var (holds, hash) = await new GovernanceDemo(options, server, console, _start, context.Cancellation).RunAsync();
        console.WriteLine();
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Result {hash} (the same for the same seed), "
                + $"{context.Time.GetElapsedTime(started).TotalSeconds:F0} s."));
        console.WriteLine(
            $"The transcript is in {options.ResultsFolder}, the report on the ballot with its page in "
                + $"{options.ParticipantsFolder}/backtest, the books in {options.ExportFolder}.");
        await DemoEnding.KeepAsync(console, options, server, context.Cancellation);
        return holds ? ExitCodes.Done : ExitCodes.Refused;
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Operators;
using Numerai.Cli.Rounds.Steps;
using Numerai.Contracts;
using Numerai.Data.Releases;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Rounds;

internal sealed class RoundOpenCommand : CliCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    private readonly Option<string?> _live = new("--live")
    {
        Description = "Published file with the live ids and features, such as v5.2/live_1.parquet.",
        HelpName = "NAME",
    };

    private readonly Option<DateOnly?> _universe = new("--universe")
    {
        Description = $"Instead of --live, for {Tournaments.Names(preset => preset.KeepsIds)}: "
            + "the day of a published universe, such as 2026-01-09.",
        HelpName = "DATE",
    };

    private readonly Option<string?> _release = new("--release")
    {
        Description = "Instead of --live: a release on this machine, whose round --number is published and opened with its id map.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _ownTimes = new("--own-times") { Description = "With --release: open and close when the release says." };

    private readonly Option<string?> _benchmark = new("--benchmark")
    {
        Description = "Published file with the benchmark models' live predictions.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _idMap = new("--id-map")
    {
        Description = "File previous_id,id (CSV or Parquet) that carries queued and delayed submissions over; it is never published.",
        HelpName = "FILE",
    };

    private readonly Option<DateTimeOffset?> _opens = new("--opens") { Description = "When it opens; without it now.", HelpName = "TIME" };
    private readonly Option<DateTimeOffset?> _closes = new("--closes")
    {
        Description = "When it closes; without it what the settings say.",
        HelpName = "TIME",
    };
    private readonly Option<int?> _number = new("--number")
    {
        Description = "Its number, which makes the command safe to repeat; without it the next one.",
    };

    private readonly Option<bool> _noWait = StepWaiting.NoWait();

    public RoundOpenCommand()
        : base("open", "Open the next round (operator).")
    {
        foreach (var option in new Option[] { _tournament, _live, _universe, _release, _ownTimes, _benchmark, _idMap, _opens, _closes,
            _number, _noWait })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var (live, universe, release, number) = (context.Get(_live), context.Get(_universe), context.Get(_release), context.Get(_number));
        if (new object?[] { live, universe, release }.Count(given => given is not null) != 1 || (release is not null && number is null))
        {
            await Console.Error.WriteLineAsync("usage: Give one of --live NAME, --universe DATE, or --release FOLDER with --number.");
            return ExitCodes.Usage;
        }

        using var client = context.Connect();
        var request = release is null
            ? new OpenRoundRequest(live, context.Get(_benchmark), Number: number, Universe: universe)
            : await ReleaseRoundFiles.PublishAsync(
                client, Release.Open(release), number!.Value, context.Get(_ownTimes), context.Cancellation);
        request = request with
        {
            IdMap = context.Get(_idMap) is { } map ? ReleaseRoundFiles.ReadIdMap(map) : request.IdMap,
            Opens = context.Get(_opens) ?? request.Opens,
            Closes = context.Get(_closes) ?? request.Closes,
        };
        var round = await context.RunAsync(
            _noWait, wait => client.Operator.OpenRoundAsync(context.Get(_tournament), request, wait, context.Cancellation));
        context.Output.Write(round, RoundView.Detail);
        return ExitCodes.Done;
    }
}

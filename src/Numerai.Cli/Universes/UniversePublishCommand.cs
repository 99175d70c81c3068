using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client.Universes;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Universes;

internal sealed class UniversePublishCommand : UniverseCommand
{
    private readonly Option<string> _live = new("--live")
    {
        Description = $"Published file with the ids and features, such as {Tournaments.DefaultOfDays.Release}/live_2026-01-09.parquet.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string?> _neutralizers = new("--neutralizers")
    {
        Description = "Published file with the neutralizers.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "Published file with the sample weights.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "Put it in the place of another universe of that day that no round stands on yet.",
    };

    public UniversePublishCommand()
        : base("publish", "Make published files the universe of a day (operator).")
    {
        Options.Add(_live);
        Options.Add(_neutralizers);
        Options.Add(_weights);
        Options.Add(_replace);
    }

    protected override Task<Universe> RunAsync(UniversesClient universes, int tournament, DateOnly date, CommandContext context) =>
        universes.PublishAsync(
            tournament,
            date,
            new PublishUniverseRequest(context.Get(_live)!, context.Get(_neutralizers), context.Get(_weights), context.Get(_replace)),
            context.Cancellation);
}

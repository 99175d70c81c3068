using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Automation;

internal sealed class AutomationOnCommand : ApiCommand
{
    private readonly Argument<string> _feed = new("feed")
    {
        Description = "Folder on the server, or an http or https address, such as RELEASE/operator of a release.",
    };
    private readonly Option<string?> _prefix = new("--prefix")
    {
        Description = "Under which live files are published; when it is left out, by tournament, "
            + $"{string.Join(", ", Tournaments.All.Select(preset => preset.Release))}.",
        HelpName = "PREFIX",
    };

    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public AutomationOnCommand()
        : base("on", "Have rounds open, close, score and resolve by schedule from a data feed.")
    {
        Arguments.Add(_feed);
        Options.Add(_prefix);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var feed = context.Get(_feed);
        var location = Uri.TryCreate(feed, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? feed
            : Path.GetFullPath(feed);
        context.Output.Write(
            await client.Operator.SetAutomationAsync(context.Get(_tournament), location, context.Get(_prefix), context.Cancellation),
            AutomationView.Detail);
    }
}

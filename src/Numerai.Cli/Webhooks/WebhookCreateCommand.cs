using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Webhooks;

internal sealed class WebhookCreateCommand : ApiCommand
{
    private readonly Argument<string> _url = new("url") { Description = "Where messages are posted to." };

    private readonly Option<string[]> _events = new("--event")
    {
        Description = "round_opened, submission_rejected, scores_published or payout_settled, several times if need be; without it all.",
        HelpName = "KIND",
        AllowMultipleArgumentsPerToken = true,
    };

    public WebhookCreateCommand()
        : base("create", "Have messages sent to an address; the same address again changes its events.")
    {
        Arguments.Add(_url);
        Options.Add(_events);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var events = context.Get(_events) is { Length: > 0 } kinds ? kinds : null;
        context.Output.Write(await client.Webhooks.CreateAsync(context.Get(_url), events, context.Cancellation), WebhookView.Detail);
    }
}

using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Webhooks;

internal sealed class WebhookListCommand() : ApiCommand("list", "Your webhooks.")
{
    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Webhooks.ListAsync(context.Cancellation), WebhookView.Table);
}

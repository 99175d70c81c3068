using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Webhooks;

internal sealed class WebhookListCommand() : ApiCommand("list", "Your webhooks.")
{
    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var webhooks = await client.Webhooks.ListAsync(context.Cancellation);
        var lines = new Page<WebhookLine>([.. webhooks.Items.Select(WebhookLine.Of)], webhooks.Limit, webhooks.Offset, webhooks.More);
        context.Output.Write(lines, WebhookView.Table);
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Webhooks;

internal sealed class WebhookDeliveriesCommand : ApiCommand
{
    private readonly Option<string?> _status = new("--status") { Description = "pending, delivered or dead." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public WebhookDeliveriesCommand()
        : base("deliveries", "Messages to your webhooks, newest first.")
    {
        foreach (var option in new Option[] { _status, _limit, _offset })
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Webhooks.ListDeliveriesAsync(context.Get(_status), context.Get(_limit), context.Get(_offset), context.Cancellation),
        WebhookView.Deliveries);
}

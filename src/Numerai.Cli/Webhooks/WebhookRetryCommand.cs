using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Webhooks;

internal sealed class WebhookRetryCommand : ApiCommand
{
    private readonly Argument<Guid> _delivery = new("delivery") { Description = "Id of a dead delivery." };

    public WebhookRetryCommand()
        : base("retry", "Send a dead message again.") => Arguments.Add(_delivery);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var delivery = await client.Webhooks.RetryAsync(context.Get(_delivery), context.Cancellation);
        context.Output.Write(new Page<Client.Webhooks.WebhookDelivery>([delivery], 1, 0, false), WebhookView.Deliveries);
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Webhooks;

internal sealed class WebhookDeleteCommand : ApiCommand
{
    private readonly Argument<Guid> _id = new("id") { Description = "Id of the webhook." };

    public WebhookDeleteCommand()
        : base("delete", "Send nothing there any more.") => Arguments.Add(_id);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(WebhookLine.Of(await client.Webhooks.DeleteAsync(context.Get(_id), context.Cancellation)), WebhookView.Detail);
}

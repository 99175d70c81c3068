using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Web.Authentication;

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

    private readonly Option<string?> _secretFile = new("--secret-file")
    {
        Description = "Where the secret that signs the messages is kept, readable by you only. [webhook-ID.secret beside the "
            + "configuration file]",
        HelpName = "FILE",
    };

    public WebhookCreateCommand()
        : base("create", "Have messages sent to an address; the same address again changes its events and keeps its secret.")
    {
        Arguments.Add(_url);
        Options.Add(_events);
        Options.Add(_secretFile);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var events = context.Get(_events) is { Length: > 0 } kinds ? kinds : null;
        var webhook = await client.Webhooks.CreateAsync(context.Get(_url), events, context.Cancellation);
        var beside = Path.GetDirectoryName(Path.GetFullPath(context.ConfigurationPath))!;
        var file = Path.GetFullPath(context.Get(_secretFile) ?? Path.Combine(beside, $"webhook-{webhook.Id:D}.secret"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        PrivateFile.Replace(file, webhook.Secret);
        context.Output.Write(WebhookLine.Of(webhook) with { SecretFile = file }, WebhookView.Detail);
    }
}

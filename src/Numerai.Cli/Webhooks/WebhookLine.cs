using Numerai.Client.Webhooks;

namespace Numerai.Cli.Webhooks;

/// <summary>A webhook without its secret, which has no place on a screen or in a log.</summary>
/// <param name="SecretFile">Where the secret was written, when it was.</param>
internal sealed record WebhookLine(Guid Id, string Url, IReadOnlyList<string> Events, DateTimeOffset Created, string? SecretFile = null)
{
    public static WebhookLine Of(Webhook webhook) => new(webhook.Id, webhook.Url, webhook.Events, webhook.Created);
}

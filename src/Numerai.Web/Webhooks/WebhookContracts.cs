using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Automation.Webhooks;

namespace Numerai.Web.Webhooks;

/// <param name="Events">Kinds of messages; absent for all.</param>
internal sealed record CreateWebhookRequest(string Url, string[]? Events = null);

/// <param name="Secret">Key of the messages' signatures.</param>
internal sealed record WebhookResponse(Guid Id, string Url, IReadOnlyList<string> Events, DateTimeOffset Created, string Secret)
{
    public static WebhookResponse Of(Webhook webhook, WebhookSecrets secrets) =>
        new(webhook.Id, webhook.Url, webhook.Events, webhook.Created, secrets.Of(webhook));
}

/// <param name="Status">pending, delivered or dead.</param>
/// <param name="Due">When the next attempt is made, while pending.</param>
/// <param name="Answer">What came of the last attempt.</param>
internal sealed record WebhookDeliveryResponse(
    Guid Id,
    Guid Webhook,
    AccountId Account,
    string Event,
    WebhookDeliveryStatus Status,
    int Attempts,
    DateTimeOffset? Due,
    string? Answer,
    DateTimeOffset Created,
    JsonElement Body)
{
    public static WebhookDeliveryResponse Of(WebhookDelivery delivery)
    {
        using var body = JsonDocument.Parse(delivery.Body);
        return new WebhookDeliveryResponse(
            delivery.Id,
            delivery.Webhook,
            delivery.Account,
            delivery.Kind,
            delivery.Status,
            delivery.Attempts,
            delivery.Status == WebhookDeliveryStatus.Pending ? delivery.Due : null,
            delivery.Answer,
            delivery.Created,
            body.RootElement.Clone());
    }
}

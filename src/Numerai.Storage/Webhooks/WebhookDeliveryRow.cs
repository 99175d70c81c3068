using Numerai.Contracts;
using Numerai.Tournament.Automation.Webhooks;

namespace Numerai.Storage.Webhooks;

internal sealed class WebhookDeliveryRow
{
    public string Id { get; init; } = string.Empty;

    public string Webhook { get; init; } = string.Empty;

    public string Account { get; init; } = string.Empty;

    public string Kind { get; init; } = string.Empty;

    public string Body { get; init; } = string.Empty;

    public string Status { get; init; } = string.Empty;

    public int Attempts { get; init; }

    public string Due { get; init; } = string.Empty;

    public string? Answer { get; init; }

    public string Created { get; init; } = string.Empty;

    public static WebhookDeliveryRow Of(WebhookDelivery delivery) => new()
    {
        Id = delivery.Id.ToString("D"),
        Webhook = delivery.Webhook.ToString("D"),
        Account = delivery.Account.ToString(),
        Kind = delivery.Kind,
        Body = delivery.Body,
        Status = delivery.Status.ToString(),
        Attempts = delivery.Attempts,
        Due = StoredTime.Write(delivery.Due),
        Answer = delivery.Answer,
        Created = StoredTime.Write(delivery.Created),
    };

    public WebhookDelivery ToDelivery() => new(
        Guid.Parse(Id),
        Guid.Parse(Webhook),
        new AccountId(Guid.Parse(Account)),
        Kind,
        Body,
        Enum.Parse<WebhookDeliveryStatus>(Status),
        Attempts,
        StoredTime.Read(Due),
        Answer,
        StoredTime.Read(Created));
}

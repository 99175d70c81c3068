using Numerai.Cli.CommandLine;
using Numerai.Client.Webhooks;

namespace Numerai.Cli.Webhooks;

/// <summary>Webhooks as people read them.</summary>
internal static class WebhookView
{
    public static DetailView<WebhookLine> Detail { get; } = new DetailView<WebhookLine>()
        .Field("id", webhook => webhook.Id.ToString("D"))
        .Field("url", webhook => webhook.Url)
        .Field("events", webhook => string.Join(", ", webhook.Events))
        .Field("secret in", webhook => webhook.SecretFile);

    public static TableView<WebhookLine> Table { get; } = new TableView<WebhookLine>("You have no webhooks.")
        .Text("id", webhook => webhook.Id.ToString("D"))
        .Text("url", webhook => webhook.Url)
        .Text("events", webhook => string.Join(", ", webhook.Events));

    public static TableView<WebhookDelivery> Deliveries { get; } = new TableView<WebhookDelivery>("There are no messages.")
        .Text("id", delivery => delivery.Id.ToString("D"))
        .Text("event", delivery => delivery.Event)
        .Text("status", delivery => delivery.Status)
        .Number("attempts", delivery => Format.Number(delivery.Attempts))
        .Text("made", delivery => Format.Time(delivery.Created))
        .Text("next", delivery => delivery.Due is { } due ? Format.Time(due) : null)
        .Text("last answer", delivery => delivery.Answer);
}

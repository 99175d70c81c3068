using System.Text.Json;

namespace Numerai.Client.Webhooks;

/// <summary>A message to a webhook.</summary>
/// <param name="Status">"pending", "delivered" or "dead".</param>
/// <param name="Due">When the next attempt is made, while pending.</param>
/// <param name="Answer">What came of the last attempt.</param>
/// <param name="Body">The message.</param>
public sealed record WebhookDelivery(
    Guid Id, Guid Webhook, string Event, string Status, int Attempts, DateTimeOffset? Due, string? Answer, DateTimeOffset Created,
    JsonElement Body);

using Numerai.Contracts;

namespace Numerai.Tournament.Automation.Webhooks;

/// <summary>One message on its way to one webhook.</summary>
/// <param name="Id">Follows from webhook and event, so that a message is made once; receivers know a repeated one by it.</param>
/// <param name="Body">JSON as it is sent and signed.</param>
/// <param name="Attempts">Made so far.</param>
/// <param name="Due">When the next attempt may be made.</param>
/// <param name="Answer">What came of the last attempt; null before the first.</param>
public sealed record WebhookDelivery(
    Guid Id,
    Guid Webhook,
    AccountId Account,
    string Kind,
    string Body,
    WebhookDeliveryStatus Status,
    int Attempts,
    DateTimeOffset Due,
    string? Answer,
    DateTimeOffset Created);

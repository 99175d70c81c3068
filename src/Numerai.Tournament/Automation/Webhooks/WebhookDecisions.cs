using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Automation.Webhooks;

/// <summary>What may become a webhook, and what follows from an attempt.</summary>
public static class WebhookDecisions
{
    /// <summary>Attempts after which a delivery is dead: spread over about 17 hours.</summary>
    public const int MostAttempts = 8;

    private const int LongestUrl = 500;
    private const int Gone = 410;
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(6);

    /// <param name="existing">The account's webhooks.</param>
    /// <param name="events">Null or empty for every kind.</param>
    public static Outcome<Webhook> Create(
        AccountId account, IReadOnlyList<Webhook> existing, string url, IReadOnlyList<string>? events, DateTimeOffset now)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return new Refusal(
                RefusalCodes.InvalidWebhook,
                $"'{url}' is no address for a webhook: it is http or https, at most {LongestUrl} characters, without a name, password or "
                    + "fragment.");
        }

        if (events?.Select(kind => kind ?? "null").FirstOrDefault(kind => !WebhookKinds.All.Contains(kind)) is { } unknown)
        {
            return new Refusal(
                RefusalCodes.InvalidWebhook, $"There is no event '{unknown}'; there are {string.Join(", ", WebhookKinds.All)}.");
        }

        var id = Webhook.IdOf(account, address.AbsoluteUri);
        var known = existing.FirstOrDefault(webhook => webhook.Id == id);
        if (known is null && existing.Count >= Webhook.MostOfAccount)
        {
            return new Refusal(
                RefusalCodes.WebhookLimitReached, $"The account has {existing.Count} webhooks, the most there can be; delete one first.");
        }

        var kinds = events is { Count: > 0 } ? WebhookKinds.All.Where(events.Contains) : WebhookKinds.All;
        return new Webhook(id, account, address.AbsoluteUri, [.. kinds], known?.Created ?? now);
    }

    /// <summary>A delivery after an attempt.</summary>
    /// <param name="status">HTTP status of the answer; null when there was none.</param>
    /// <param name="answer">The same in words.</param>
    public static WebhookDelivery AfterAttempt(WebhookDelivery delivery, int? status, string answer, DateTimeOffset now)
    {
        var attempts = delivery.Attempts + 1;
        return delivery with
        {
            Attempts = attempts,
            Answer = answer,
            Status = status is >= 200 and < 300 ? WebhookDeliveryStatus.Delivered
                : status == Gone || attempts >= MostAttempts ? WebhookDeliveryStatus.Dead
                : WebhookDeliveryStatus.Pending,
            Due = now + Wait(attempts),
        };
    }

    /// <summary>A dead delivery, begun again.</summary>
    public static Outcome<WebhookDelivery> Retry(WebhookDelivery delivery, DateTimeOffset now) =>
        delivery.Status == WebhookDeliveryStatus.Dead
        ? delivery with { Status = WebhookDeliveryStatus.Pending, Attempts = 0, Due = now }
        : new Refusal(
            RefusalCodes.WebhookNotDead, $"The delivery {delivery.Id} is {delivery.Status}; only dead ones are sent again by hand.");

    /// <summary>30 seconds, then four times as long each time, at most 6 hours.</summary>
    private static TimeSpan Wait(int attempts)
    {
        var wait = _firstWait * Math.Pow(4, attempts - 1);
        return wait < _longestWait ? wait : _longestWait;
    }
}

using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Webhooks;

/// <summary>Addresses that are told what happens.</summary>
public sealed class WebhooksClient
{
    private const string Root = "api/v1/account/webhooks";
    private readonly ApiTransport _transport;

    internal WebhooksClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Has messages sent to an address; the same address again changes its events. Refused: invalid_webhook, webhook_limit_reached.
    /// </summary>
    /// <param name="events">"round_opened", "submission_rejected", "scores_published", "payout_settled"; null for all.</param>
    public Task<Webhook> CreateAsync(string url, IEnumerable<string>? events = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Webhook>(HttpMethod.Post, Root, new { url, events = events?.ToArray() }, Repeat.Safe, cancellation);
    }

    /// <summary>Your webhooks with their secrets.</summary>
    public Task<Page<Webhook>> ListAsync(CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Page<Webhook>>(Root, cancellation);
    }

    /// <summary>Sends nothing there any more. Refused: webhook_not_found.</summary>
    public Task<Webhook> DeleteAsync(Guid id, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Webhook>(HttpMethod.Delete, $"{Root}/{id:D}", null, Repeat.OnlyUnsent, cancellation);
    }

    /// <summary>Messages to your webhooks, newest first.</summary>
    /// <param name="status">"pending", "delivered" or "dead"; null for any.</param>
    public Task<Page<WebhookDelivery>> ListDeliveriesAsync(
        string? status = null, int? limit = null, int? offset = null, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.GetAsync<Page<WebhookDelivery>>(
            QueryText.Of($"{Root}/deliveries", ("status", status), ("limit", limit), ("offset", offset)), cancellation);
    }

    /// <summary>Sends a dead message again. Refused: webhook_not_found, webhook_not_dead.</summary>
    public Task<WebhookDelivery> RetryAsync(Guid delivery, CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<WebhookDelivery>(
            HttpMethod.Post, $"{Root}/deliveries/{delivery:D}/retry", new { }, Repeat.OnlyUnsent, cancellation);
    }
}

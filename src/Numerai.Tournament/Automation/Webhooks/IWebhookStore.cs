using Numerai.Contracts;

namespace Numerai.Tournament.Automation.Webhooks;

/// <summary>Webhooks, what is on its way to them, and up to which event messages were made.</summary>
public interface IWebhookStore
{
    /// <summary>Adds a webhook or replaces the one of the same id.</summary>
    Task SaveAsync(Webhook webhook);

    /// <summary>Removes a webhook and what is on its way to it; false when the account has none of that id.</summary>
    Task<bool> DeleteAsync(AccountId account, Guid id);

    Task<Webhook?> FindAsync(Guid id);

    Task<IReadOnlyList<Webhook>> OfAccountAsync(AccountId account);

    /// <summary>Webhooks in order of their ids, after one of them.</summary>
    Task<IReadOnlyList<Webhook>> PageAsync(Guid? after, int limit);

    /// <summary>Position of the last event that messages were made of.</summary>
    Task<long> PositionAsync();

    /// <summary>Notes that messages were made of all events up to a position; never goes back.</summary>
    Task AdvanceAsync(long position);

    /// <summary>Adds deliveries; those that are there already stay as they are.</summary>
    Task AddAsync(IReadOnlyList<WebhookDelivery> deliveries);

    /// <summary>Takes deliveries that are due for sending, so that no other process sends them until <paramref name="until"/>.</summary>
    Task<IReadOnlyList<WebhookDelivery>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int limit);

    /// <summary>Writes what came of an attempt.</summary>
    Task UpdateAsync(WebhookDelivery delivery);

    Task<WebhookDelivery?> FindDeliveryAsync(Guid id);

    /// <summary>Newest first; of one account or of all, of one status or of any.</summary>
    Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(AccountId? account, WebhookDeliveryStatus? status, int limit, int offset);

    /// <summary>Removes deliveries that ended before a time; returns how many.</summary>
    Task<int> SweepAsync(DateTimeOffset before);
}

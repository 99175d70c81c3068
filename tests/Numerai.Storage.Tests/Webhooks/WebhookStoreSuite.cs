using Numerai.Contracts;
using Numerai.Storage.Webhooks;
using Numerai.Tournament.Automation.Webhooks;

namespace Numerai.Storage.Tests.Webhooks;

/// <summary>What every database keeps of webhooks.</summary>
public abstract class WebhookStoreSuite
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Ada = NamedUuid.Account("ada");

    protected abstract IDatabase Database { get; }

    private SqlWebhookStore Store => new(Database);

    [Fact]
    public async Task A_webhook_is_kept_replaced_paged_and_deleted_with_its_deliveries()
    {
        var webhook = Hook("http://one");
        await Store.SaveAsync(webhook);
        await Store.SaveAsync(webhook with { Events = ["payout_settled"] });
        await Store.SaveAsync(Hook("http://two"));
        Assert.Equal(["payout_settled"], (await Store.FindAsync(webhook.Id))!.Events);
        Assert.Equal(2, (await Store.OfAccountAsync(Ada)).Count);
        var first = Assert.Single(await Store.PageAsync(null, 1));
        Assert.NotEqual(first.Id, Assert.Single(await Store.PageAsync(first.Id, 10)).Id);
        await Store.AddAsync([Delivery(webhook, 1)]);
        Assert.False(await Store.DeleteAsync(NamedUuid.Account("bob"), webhook.Id));
        Assert.True(await Store.DeleteAsync(Ada, webhook.Id));
        Assert.Empty(await Store.DeliveriesAsync(null, null, 10, 0));
    }

    [Fact]
    public async Task A_delivery_is_added_once_claimed_by_one_and_found_by_its_status()
    {
        var webhook = Hook("http://one");
        var delivery = Delivery(webhook, 1);
        await Store.AddAsync([delivery]);
        await Store.AddAsync([delivery with { Body = "{\"other\":1}" }]);
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.ClaimAsync(Now, Now.AddMinutes(1), 10)));
        Assert.Equal(delivery.Body, Assert.Single(claims.SelectMany(claim => claim)).Body);
        await Store.UpdateAsync(WebhookDecisions.AfterAttempt(delivery, 410, "HTTP 410", Now));
        var dead = Assert.Single(await Store.DeliveriesAsync(Ada, WebhookDeliveryStatus.Dead, 10, 0));
        Assert.Equal(("HTTP 410", 1), (dead.Answer, dead.Attempts));
        Assert.Empty(await Store.DeliveriesAsync(Ada, WebhookDeliveryStatus.Pending, 10, 0));
        Assert.Equal(1, await Store.SweepAsync(Now.AddDays(31)));
        Assert.Null(await Store.FindDeliveryAsync(delivery.Id));
    }

    [Fact]
    public async Task The_position_only_goes_forward()
    {
        await Store.AdvanceAsync(7);
        await Store.AdvanceAsync(3);
        await Store.AdvanceAsync(7);
        Assert.Equal(7, await Store.PositionAsync());
    }

    private static Webhook Hook(string url) => new(Webhook.IdOf(Ada, url), Ada, url, [WebhookKinds.RoundOpened], Now);

    private static WebhookDelivery Delivery(Webhook webhook, int number) => new(
        NamedUuid.Create($"{webhook.Id}/{number}"), webhook.Id, Ada, WebhookKinds.RoundOpened, "{}", WebhookDeliveryStatus.Pending, 0, Now,
        null, Now);
}

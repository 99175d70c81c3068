using System.Net;
using Numerai.Contracts;
using Numerai.Storage.Outgoing;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;
using Numerai.Web.Webhooks;

namespace Numerai.Web.Tests.Webhooks;

public sealed class WebhookSenderTests(WebhookReceiver receiver) : IClassFixture<WebhookReceiver>
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task Nothing_is_sent_to_this_machine_however_it_is_spelled(string host)
    {
        var (status, answer) = await SendAsync($"http://{host}:{receiver.Url.Port}/private", allowPrivate: false);
        Assert.Null(status);
        Assert.StartsWith("address_not_allowed", answer);
    }

    [Fact]
    public async Task An_operator_may_allow_it_and_redirects_are_not_followed()
    {
        receiver.Answer = HttpStatusCode.Found;
        var (status, answer) = await SendAsync(new Uri(receiver.Url, "redirected").ToString(), allowPrivate: true);
        receiver.Answer = HttpStatusCode.NoContent;
        Assert.Equal(302, status);
        Assert.Contains("not followed", answer);
    }

    [Theory]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("2606:4700::1111", true)]
    public void Private_addresses_are_told_from_public_ones(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_failing_delivery_waits_longer_each_time_and_is_dead_after_eight_attempts()
    {
        var delivery = Delivery();
        var waits = new List<double>();
        while (delivery.Status == WebhookDeliveryStatus.Pending)
        {
            delivery = WebhookDecisions.AfterAttempt(delivery, 500, "HTTP 500", Now);
            waits.Add((delivery.Due - Now).TotalMinutes);
        }

        Assert.Equal([0.5, 2, 8, 32, 128, 360, 360, 360], waits);
        Assert.Equal(WebhookDeliveryStatus.Dead, delivery.Status);
        Assert.Equal(
            (WebhookDeliveryStatus.Pending, 0),
            (WebhookDecisions.Retry(delivery, Now).Value!.Status, WebhookDecisions.Retry(delivery, Now).Value!.Attempts));
    }

    [Fact]
    public void A_receiver_that_is_gone_is_not_asked_again_and_a_pending_delivery_is_not_retried_by_hand()
    {
        Assert.Equal(WebhookDeliveryStatus.Dead, WebhookDecisions.AfterAttempt(Delivery(), 410, "HTTP 410", Now).Status);
        Assert.Equal(WebhookDeliveryStatus.Delivered, WebhookDecisions.AfterAttempt(Delivery(), 204, "HTTP 204", Now).Status);
        Assert.Equal("webhook_not_dead", WebhookDecisions.Retry(Delivery(), Now).Refusal!.Code);
    }

    private static async Task<(int? Status, string Answer)> SendAsync(string url, bool allowPrivate)
    {
        var options = new WebServerOptions { DataFolder = "unused", AllowPrivateWebhooks = allowPrivate };
        var secrets = new WebhookSecrets(new ServerSecrets(new byte[32]));
        using var sender = new WebhookSender(options, secrets, new TournamentTime(TimeProvider.System));
        var account = NamedUuid.Account("ada");
        return await sender.SendAsync(
            new Webhook(Guid.NewGuid(), account, url, [WebhookKinds.RoundOpened], Now), Delivery(), CancellationToken.None);
    }

    private static WebhookDelivery Delivery() => new(
        Guid.NewGuid(), Guid.NewGuid(), NamedUuid.Account("ada"), WebhookKinds.RoundOpened, "{}", WebhookDeliveryStatus.Pending, 0, Now,
        null, Now);
}

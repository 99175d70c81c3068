using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Numerai.Client;
using Numerai.Client.Webhooks;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Webhooks;

public sealed class WebhookTests(WebhookReceiver receiver) : IClassFixture<WebhookReceiver>, IAsyncLifetime
{
    private readonly TestServer _server = new();

    public async ValueTask InitializeAsync() => await _server.StartAsync(options => options with { AllowPrivateWebhooks = true });

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_participant_is_told_of_its_round_from_opening_to_payout_in_signed_messages()
    {
        var participant = await _server.RegisterAsync("told", "100");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        var webhook = await participant.Client.Webhooks.CreateAsync(new Uri(receiver.Url, "told").ToString());
        var round = await _server.OpenRoundAsync();
        var opened = await receiver.WaitAsync("told", "round_opened");
        Assert.Contains($"\"round\":\"{round.Id}\"", opened.Body);
        AssertSigned(webhook, opened);

        await Assert.ThrowsAsync<NumeraiApiException>(() => participant.SubmitAsync(model.Id.ToString(), "id,prediction\nx,7\n"));
        var rejected = await receiver.WaitAsync("told", "submission_rejected");
        Assert.Contains("invalid_submission", rejected.Body);

        await participant.SubmitAsync(model.Id.ToString(), LiveFiles.Predictions());
        await participant.Client.Stakes.IncreaseStakeAsync(model.Id.ToString(), Nmr.Parse("10"));
        await _server.Operator.Operator.MintAsync(Nmr.Parse("1000"));
        await _server.Operator.Operator.CloseRoundAsync(8, round.Number, early: true);
        await _server.Operator.Operator.PublishTargetAsync(8, round.Number, 1, LiveFiles.Target(), early: true);
        var scores = await receiver.WaitAsync("told", "scores_published");
        Assert.Contains("\"corr\":", scores.Body);
        await _server.Operator.Operator.ResolveRoundAsync(8, round.Number);
        var settled = await receiver.WaitAsync("told", "payout_settled");
        using var body = JsonDocument.Parse(settled.Body);
        Assert.Equal("10", body.RootElement.GetProperty("content").GetProperty("models")[0].GetProperty("atRisk").GetString());
        AssertSigned(webhook, settled);
    }

    [Fact]
    public async Task The_same_address_again_changes_its_events_and_wrong_ones_are_refused()
    {
        var participant = await _server.RegisterAsync("again");
        var url = new Uri(receiver.Url, "again").ToString();
        var first = await participant.Client.Webhooks.CreateAsync(url);
        var second = await participant.Client.Webhooks.CreateAsync(url, ["payout_settled"]);
        Assert.Equal((first.Id, first.Secret), (second.Id, second.Secret));
        Assert.Equal(["payout_settled"], Assert.Single((await participant.Client.Webhooks.ListAsync()).Items).Events);
        await Refused.WithAsync(
            "invalid_webhook", HttpStatusCode.BadRequest, () => participant.Client.Webhooks.CreateAsync("ftp://example.org"));
        await Refused.WithAsync(
            "invalid_webhook", HttpStatusCode.BadRequest, () => participant.Client.Webhooks.CreateAsync("http://name:word@example.org"));
        await Refused.WithAsync("invalid_webhook", HttpStatusCode.BadRequest, () => participant.Client.Webhooks.CreateAsync(url, ["rain"]));
        await participant.Client.Webhooks.DeleteAsync(first.Id);
        await Refused.WithAsync("webhook_not_found", HttpStatusCode.NotFound, () => participant.Client.Webhooks.DeleteAsync(first.Id));
        await Refused.WithAsync("webhook_not_found", HttpStatusCode.NotFound, () => participant.Client.Webhooks.RetryAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Others_see_neither_webhooks_nor_messages()
    {
        var (one, other) = (await _server.RegisterAsync("one"), await _server.RegisterAsync("other"));
        var webhook = await one.Client.Webhooks.CreateAsync(new Uri(receiver.Url, "own").ToString(), ["round_opened"]);
        await _server.OpenRoundAsync();
        await receiver.WaitAsync("own", "round_opened");
        Assert.Empty((await other.Client.Webhooks.ListAsync()).Items);
        Assert.Empty((await other.Client.Webhooks.ListDeliveriesAsync()).Items);
        Assert.Equal(webhook.Id, Assert.Single((await one.Client.Webhooks.ListDeliveriesAsync()).Items).Webhook);
    }

    private static void AssertSigned(Webhook webhook, WebhookReceiver.Message message)
    {
        var parts = message.Signature.Split(',', '=');
        var expected = HMACSHA256.HashData(Encoding.ASCII.GetBytes(webhook.Secret), Encoding.UTF8.GetBytes($"{parts[1]}.{message.Body}"));
        Assert.Equal($"t={parts[1]},v1={Convert.ToHexStringLower(expected)}", message.Signature);
    }
}

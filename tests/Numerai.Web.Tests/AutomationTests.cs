using System.Net;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>Automation through the SDK, on a real server.</summary>
public sealed class AutomationTests : IAsyncLifetime
{
    private readonly TestServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_feed_that_lacks_a_file_is_waited_for_with_an_alert_and_then_opens_the_round()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_server.Folder, "feed", "rounds", "1")).Parent!.Parent!.FullName;
        var on = await _server.Operator.Operator.SetAutomationAsync(8, feed);
        Assert.Equal((true, "v5.2"), (on.Enabled, on.Prefix));
        await TickAsync(1);

        Assert.Equal(
            ["round 1: open: the feed has no rounds/1/live.parquet yet"], (await _server.Operator.Operator.GetAutomationAsync(8)).Waiting);
        await _server.Operator.Operator.ReconcileAsync();
        var alert = Assert.Single((await _server.Operator.Operator.ListAlertsAsync(standing: true)).Items);
        Assert.Equal(("automation_waits", "tournament 8, round 1: open"), (alert.Code, alert.Subject));

        LiveFiles.WriteLive(Path.Combine(feed, "rounds", "1", "live.parquet"));
        await TickAsync(2);

        var view = await _server.Operator.Operator.GetAutomationAsync(8);
        Assert.Equal([(AutomationStepKind.Open, 1)], view.Recent.Select(step => (step.Step, step.Round)));
        Assert.Equal(RoundPhase.Open, (await _server.Operator.Rounds.GetAsync(8, 1)).Phase);
        Assert.Empty((await _server.Operator.Operator.ListAlertsAsync(standing: true)).Items);
        Assert.False((await _server.Operator.Operator.StopAutomationAsync(8)).Enabled);
    }

    [Theory]
    [InlineData(11, "signals/v2.1")]
    [InlineData(12, "crypto/v2.0")]
    public async Task Daily_tournaments_have_prefixes_of_their_own(int tournament, string prefix) =>
        Assert.Equal(prefix, (await _server.Operator.Operator.SetAutomationAsync(tournament, "https://example.org/feed")).Prefix);

    [Fact]
    public async Task What_cannot_be_a_feed_and_who_may_not_say_so_is_refused()
    {
        var participant = await _server.RegisterAsync("participant");
        await Refused.WithAsync(
            "invalid_request", HttpStatusCode.BadRequest, () => _server.Operator.Operator.SetAutomationAsync(8, "relative/folder"));
        await Refused.WithAsync(
            "feed_address_secret", HttpStatusCode.BadRequest, () =>
                _server.Operator.Operator.SetAutomationAsync(8, "https://ada:secret@example.org/feed"));
        await Refused.WithAsync(
            "invalid_request", HttpStatusCode.BadRequest, () =>
                _server.Operator.Operator.SetAutomationAsync(11, "/srv/feed", "signals/../../etc"));
        await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () => participant.Client.Operator.SetAutomationAsync(8, "/srv/feed"));
        await Refused.WithAsync("not_authorised", HttpStatusCode.Forbidden, () => participant.Client.Operator.GetAutomationAsync(8));
    }

    /// <summary>Moving the clock ticks every tournament.</summary>
    private Task<ServerClock> TickAsync(int minutes) => _server.Operator.Operator.AdvanceClockAsync(TestServer.Start.AddMinutes(minutes));
}

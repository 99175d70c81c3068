using System.Net;
using Numerai.Client;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>
/// A server whose feed stalls in the middle of a body starts, serves and stops. The deadline is a day: nothing here waits for it.
/// </summary>
public sealed class StalledFeedTests : IAsyncLifetime
{
    private readonly TestServer _server = new();
    private readonly StallingFeed _feed = new();

    public ValueTask InitializeAsync() => StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _feed.Dispose();
    }

    [Fact]
    public async Task It_listens_before_the_first_tick_serves_and_stops_while_the_feed_stalls()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _server.Operator.Operator.SetAutomationAsync(8, _feed.Address, cancellation: cancellation);
        await _server.StopAsync();

        await StartAsync();
        await _feed.AskedAsync(cancellation);

        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(_server.Url, "/health/ready"), cancellation)).StatusCode);
        Assert.True((await _server.Operator.Operator.GetAutomationAsync(8, cancellation)).Enabled);
        await _server.StopAsync();

        // What was broken off is no fault of the feed's: nothing waits after the next start.
        await StartAsync();
        Assert.Empty((await _server.Operator.Operator.GetAutomationAsync(8, cancellation)).Waiting);
    }

    [Fact]
    public async Task A_request_that_waits_for_the_feed_is_answered_when_the_server_is_asked_to_stop()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _server.Operator.Operator.SetAutomationAsync(8, _feed.Address, cancellation: cancellation);
        var advancing = _server.Operator.Operator.AdvanceClockAsync(TestServer.Start.AddMinutes(1), cancellation);
        await _feed.AskedAsync(cancellation);

        await _server.StopAsync();

        await Assert.ThrowsAsync<NumeraiApiException>(() => advancing);
        await StartAsync();
    }

    private async ValueTask StartAsync() => await _server.StartAsync(options => options with
    {
        AllowPrivateFeeds = true,
        FeedStall = TimeSpan.FromDays(1),
        FeedTotal = TimeSpan.FromDays(1),
    });
}

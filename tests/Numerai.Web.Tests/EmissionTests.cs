using System.Net;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>A schedule that issues into the treasury, through the SDK; a server of its own, since time only moves forward.</summary>
public sealed class EmissionTests : IAsyncLifetime
{
    private readonly TestServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_operator_sets_a_schedule_and_everybody_sees_what_it_issues_and_when()
    {
        var client = _server.Operator;
        var now = TestServer.Start;
        var before = await client.Ledger.GetTreasuryAsync();
        Assert.Empty(before.Emissions);
        await SetAsync(new EmissionPeriod(now.AddDays(1), TimeSpan.FromDays(7), Nmr.Parse("0.5")));
        Assert.Equal((0L, now.AddDays(1)), Seen(await client.Ledger.GetTreasuryAsync()));

        var done = (await client.Operator.AdvanceClockAsync(now.AddDays(9))).Done;

        Assert.Equal(2, done.Count(line => line.Contains("issued 0.5 NMR", StringComparison.Ordinal)));
        var after = await client.Ledger.GetTreasuryAsync();
        Assert.Equal((2L, now.AddDays(15)), Seen(after));
        Assert.Equal(before.Minted + Nmr.FromNmr(1), after.Minted);
        var runway = await client.Ledger.GetRunwayAsync();
        Assert.Equal((Nmr.Parse("6.5"), false, null), (runway.Emission, runway.Lasting, runway.DaysLeft));
        Assert.Equal("emission", (await client.Ledger.ListAsync("treasury")).Items[^1].Reason);
        Assert.True((await client.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_followed_is_refused_with_a_sentence()
    {
        var refusal = await Refused.WithAsync(
            "invalid_settings",
            HttpStatusCode.BadRequest,
            () => SetAsync(new EmissionPeriod(TestServer.Start, TimeSpan.FromMinutes(1), Nmr.FromNmr(1))));

        Assert.Contains("emission.periods[0].every is 00:01:00; it lies between an hour", refusal.Message, StringComparison.Ordinal);
    }

    private async Task SetAsync(params EmissionPeriod[] periods)
    {
        var settings = await _server.Operator.Operator.GetSettingsAsync();
        await _server.Operator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Emission = new EmissionSettings([.. periods]) });
    }

    private static (long Count, DateTimeOffset? Next) Seen(TreasuryBalance treasury)
    {
        var emission = Assert.Single(treasury.Emissions);
        return (emission.Count, emission.NextDue);
    }
}

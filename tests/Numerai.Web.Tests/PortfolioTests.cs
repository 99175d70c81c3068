using System.Net;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>One stake over several models, through the SDK and over REST.</summary>
public sealed class PortfolioTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_portfolio_is_set_raised_lowered_drained_and_ended()
    {
        await AllowAsync(8);
        var participant = await server.RegisterAsync("spread", "30");
        var (first, second) = (await MakeAsync(participant.Client), await MakeAsync(participant.Client));
        await participant.Client.Stakes.IncreaseStakeAsync(first, Nmr.FromNmr(3));
        var portfolios = participant.Client.Portfolios;

        var set = await portfolios.SetAsync([new(first, 1), new(second, 0.5m)]);
        Assert.Equal((PortfolioChangeType.Set, "done", Nmr.FromNmr(3)), (set.Type, set.Status, set.Portfolio!.Stake));
        Assert.Equal(Nmr.FromNmr(12), (await portfolios.IncreaseAsync(Nmr.FromNmr(9), "once")).Portfolio!.Stake);
        Assert.Equal(Nmr.FromNmr(12), (await portfolios.IncreaseAsync(Nmr.FromNmr(9), "once")).Portfolio!.Stake);

        var shown = await portfolios.GetAsync();
        Assert.Equal(
            [(first, 1m, "8", "8"), (second, 0.5m, "4", "4")],
            shown.Models.OrderByDescending(model => model.Weight)
                .Select(model => (model.Name, model.Weight, model.Target.ToString(), model.Stake.ToString())));
        await Refused.WithAsync(
            "model_in_portfolio", HttpStatusCode.Conflict, () => participant.Client.Stakes.DrainStakeAsync(second));
        Assert.Equal(Nmr.FromNmr(24), (await portfolios.DecreaseAsync(Nmr.FromNmr(6))).Wallet);
        Assert.Equal(Nmr.FromNmr(6), (await portfolios.DrainAsync()).Amount);
        Assert.Null((await portfolios.EndAsync()).Portfolio);
        await Refused.WithAsync("portfolio_not_found", HttpStatusCode.NotFound, () => portfolios.GetAsync());
        Assert.Equal(Nmr.FromNmr(30), (await participant.Client.Accounts.GetAsync()).Wallet);
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task What_a_portfolio_cannot_be_is_refused()
    {
        await AllowAsync(8);
        var participant = await server.RegisterAsync("careless", "10");
        var model = await MakeAsync(participant.Client);
        var foreign = await MakeAsync((await server.RegisterAsync("other", "1")).Client);
        var signals = (await participant.Client.Models.CreateAsync(TestServer.NewName("signal"), 11)).Id.ToString();
        var portfolios = participant.Client.Portfolios;

        await RefusedAsync("invalid_weights", 400, new PortfolioWeight(model, -1));
        await RefusedAsync("invalid_weights", 400, new PortfolioWeight(model, 0));
        await RefusedAsync("invalid_weights", 400, new(model, 1), new(model, 2));
        await RefusedAsync("invalid_weights", 400, new(model, 1), new(signals, 1));
        await RefusedAsync("model_not_owned", 403, new PortfolioWeight(foreign, 1));
        await RefusedAsync("model_not_found", 404, new PortfolioWeight("nobody-has-this", 1));
        await Refused.WithAsync(
            "stake_portfolios_off", HttpStatusCode.Conflict, () => portfolios.SetAsync([new(signals, 1)], tournament: 11));
        await Refused.WithAsync("portfolio_not_found", HttpStatusCode.NotFound, () => portfolios.IncreaseAsync(Nmr.FromNmr(1)));
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => portfolios.GetAsync(9));

        Task RefusedAsync(string code, int status, params PortfolioWeight[] weights) =>
            Refused.WithAsync(code, (HttpStatusCode)status, () => portfolios.SetAsync(weights));
    }

    [Theory]
    [InlineData(
        """{"type":"set","commandId":"c"}""",
        "Setting a portfolio takes 'weights', an empty list to end it; other changes have no 'weights'.")]
    [InlineData(
        """{"type":"drain","commandId":"c","weights":[]}""",
        "Setting a portfolio takes 'weights', an empty list to end it; other changes have no 'weights'.")]
    [InlineData("""{"type":"increase","commandId":"c"}""", "The field 'amount' is missing.")]
    [InlineData("""{"type":"drain","commandId":"c","amount":"1"}""", "An amount belongs to an increase or a decrease; leave 'amount' out.")]
    public async Task A_request_has_the_fields_of_its_type_and_no_others(string body, string sentence)
    {
        var participant = await server.RegisterAsync("formless", "1");
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1/account/portfolio", body, participant.Credentials);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            sentence,
            System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(NumeraiClient client)
    {
        var name = TestServer.NewName("model");
        await client.Models.CreateAsync(name);
        return name;
    }

    private async Task AllowAsync(int tournament)
    {
        var settings = await server.Operator.Operator.GetSettingsAsync(tournament);
        if (settings.Stakes is not { Portfolios: true })
        {
            await server.Operator.Operator.ChangeSettingsAsync(
                settings with { Version = settings.Version + 1, Stakes = new StakeSettings(Portfolios: true) });
        }
    }
}

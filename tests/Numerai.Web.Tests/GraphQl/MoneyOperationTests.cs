using Numerai.Client;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>Moves, portfolios, holds and the treasury by GraphQL.</summary>
public sealed class MoneyOperationTests(TestServer server) : IClassFixture<TestServer>
{
    private const string ChangePortfolio = """
        mutation($type: PortfolioChangeType!, $id: String!, $amount: String, $weights: [PortfolioWeightInput!]) {
          changePortfolio(type: $type, commandId: $id, amount: $amount, weights: $weights) {
            type status wallet portfolio { stake moving models { name weight target stake } } } }
        """;

    private NumeraiCredentials Operator => server.Operator.Options.Credentials!;

    [Fact]
    public async Task Stake_moves_and_a_portfolio_is_set_raised_and_shown()
    {
        var settings = await server.Operator.Operator.GetSettingsAsync();
        await server.Operator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Stakes = new StakeSettings(true, true) });
        var participant = await server.RegisterAsync("mover", "10");
        var (from, to) = (TestServer.NewName("from"), TestServer.NewName("to"));
        await participant.Client.Models.CreateAsync(from);
        await participant.Client.Models.CreateAsync(to);
        await participant.Client.Stakes.IncreaseStakeAsync(from, Nmr.FromNmr(6));

        var moved = await server.DataAsync(
            "mutation($f: String!, $t: String!) { changeStake(model: $f, type: MOVE, to: $t, amount: \"4\", commandId: \"m\") { status "
                + "stake movedNow } }",
            new { f = from, t = to },
            participant.Credentials);
        Assert.Equal(
            ("done", "2", "4"),
            (moved.Text("changeStake", "status"), moved.Text("changeStake", "stake"), moved.Text("changeStake", "movedNow")));
        var weights = new[] { new { model = from, weight = "3" }, new { model = to, weight = "1" } };
        await server.DataAsync(ChangePortfolio, new { type = "SET", id = "s", weights }, participant.Credentials);
        var raised = await server.DataAsync(ChangePortfolio, new { type = "INCREASE", id = "r", amount = "2" }, participant.Credentials);
        Assert.Equal(
            ("INCREASE", "2", "8"),
            (raised.Text("changePortfolio", "type"), raised.Text("changePortfolio", "wallet"),
                raised.Text("changePortfolio", "portfolio", "stake")));
        var shown = await server.DataAsync("{ portfolio { models { name stake weight } } }", null, participant.Credentials);
        Assert.Equal("6", shown.At("portfolio", "models").EnumerateArray().Single(model => model.Text("name") == from).Text("stake"));
    }

    [Fact]
    public async Task An_operator_holds_and_releases_and_everybody_sees_the_treasury()
    {
        var participant = await server.RegisterAsync("held", "10");
        var placed = await server.DataAsync(
            "mutation($a: String!) { placeHold(account: $a, id: \"case\", reason: \"Chargeback\", amount: \"8\") { id amount ended } }",
            new { a = participant.Username },
            Operator);
        Assert.Equal("8", placed.Text("placeHold", "amount"));
        var released = await server.DataAsync(
            "mutation($a: String!) { releaseHold(account: $a, id: \"case\") { ended } }", new { a = participant.Username }, Operator);
        var listed = await server.DataAsync(
            "query($a: String!) { holds(account: $a) { id ended } }", new { a = participant.Username }, Operator);
        Assert.Equal(released.Text("releaseHold", "ended"), listed.Text("holds", "0", "ended"));
        Assert.Equal(
            "not_authorised",
            (await server.RefusedAsync("query($a: String!) { holds(account: $a) { id } }", new { a = participant.Username },
                participant.Credentials)).Code);

        var treasury = await server.DataAsync("{ treasury { balance emissions { tournament } } treasuryRunway { balance } }");
        Assert.Equal(treasury.Text("treasury", "balance"), treasury.Text("treasuryRunway", "balance"));
    }
}

using System.Net;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

public sealed class StandingsTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_resolved_round_moves_standings_and_the_season()
    {
        var participant = await server.RegisterAsync("standing", "100");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        await server.Operator.Operator.MintAsync(Nmr.Parse("1000"));
        Assert.Empty((await participant.Client.Standings.ListAccountsAsync()).Items);
        var round = await server.OpenRoundAsync();
        await participant.SubmitAsync(model.Id.ToString(), LiveFiles.Predictions());
        await participant.Client.Stakes.IncreaseStakeAsync(model.Id.ToString(), Nmr.Parse("10"));
        await server.Operator.Operator.CloseRoundAsync(8, round.Number, early: true);
        await server.Operator.Operator.PublishTargetAsync(8, round.Number, 1, LiveFiles.Target(), early: true);
        await server.Operator.Operator.ResolveRoundAsync(8, round.Number);

        var account = Assert.Single((await participant.Client.Standings.ListAccountsAsync(account: participant.Username)).Items);
        Assert.Equal((1, 1.0, Nmr.Parse("10")), (account.Rank, account.Percentile, account.AtRisk));
        Assert.Equal(account.Returns.All.Earned, account.Returns.Day.Earned);
        Assert.Equal(5, account.Returns.All.Percent!.Value, 6);
        Assert.Equal(model.Id, Assert.Single((await participant.Client.Standings.ListModelsAsync()).Items).Model);
        var season = Assert.Single((await participant.Client.Standings.GetSeasonAsync(TestServer.Start.Year)).Items);
        Assert.Equal((1, 1, false, SeasonTitle.Novice), (season.Rounds, season.QualifiedRounds, season.Qualified, season.Title));
        Assert.Empty((await participant.Client.Standings.GetSeasonAsync(TestServer.Start.Year + 1)).Items);
        Assert.Empty((await participant.Client.Standings.ListAccountsAsync(account: "nobody")).Items);
    }

    [Fact]
    public async Task A_year_that_is_none_is_refused() =>
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => server.Operator.Standings.GetSeasonAsync(12));
}

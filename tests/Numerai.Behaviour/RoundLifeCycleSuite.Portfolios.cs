using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;
using PortfolioWeight = Numerai.Tournament.Accounts.PortfolioWeight;

namespace Numerai.Behaviour;

/// <content>One stake over several models of an account.</content>
public abstract partial class RoundLifeCycleSuite
{
    [Fact]
    public async Task A_portfolio_is_back_at_its_weights_when_the_round_that_moved_it_apart_has_resolved()
    {
        var (account, good, bad) = await SetPortfolioAsync();
        await Host.RestartAsync();
        account = Host.Actors.Participant(good.Account);
        var raise = Portfolio("raise", PortfolioChangeType.Increase, 30);
        var raised = (await account.ChangePortfolioAsync(raise)).Require();
        Assert.Equal((Nmr.FromNmr(180), Nmr.FromNmr(320)), (raised.Portfolio!.Stake, raised.Wallet));
        await RunAsync(1);
        await Host.RestartAsync();
        account = Host.Actors.Participant(good.Account);

        var again = (await account.ChangePortfolioAsync(raise)).Require();
        Assert.Equal((raised.Status, raised.Amount, raised.Wallet), (again.Status, again.Amount, again.Wallet));
        var payouts = await Host.ReadModel.PayoutsAsync(null, Round(1));
        var (payout, burn) = (payouts.Single(row => row.Model == good.Id).Payout, payouts.Single(row => row.Model == bad.Id).Burn);
        Assert.True(payout.IsPositive && burn.IsPositive);
        var portfolio = Assert.Single((await account.GetAsync()).Require().Portfolios);
        Assert.Equal((Nmr.FromNmr(180) + payout - burn, Nmr.Zero, Nmr.Zero), (portfolio.Stake, portfolio.Moving, portfolio.Returning));
        Assert.All(portfolio.Models, model => Assert.Equal(model.Target, model.Active));
        Assert.Equal(
            portfolio.Models.Select(model => model.Active),
            NmrSplit.By(portfolio.Stake, [.. portfolio.Models.Select(model => new System.Numerics.BigInteger(model.Weight))]));
        await AssertConservedAsync();
    }

    [Fact]
    public async Task New_weights_take_no_burn_from_a_round_in_flight_and_a_cancelled_round_lets_the_rest_arrive()
    {
        var (account, good, bad) = await SetPortfolioAsync();
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);

        var turned = (await account.ChangePortfolioAsync(Portfolio("turn", PortfolioChangeType.Set, 0, (bad, 2), (good, 1)))).Require();
        Assert.Equal(("pending", Nmr.FromNmr(50), Round(1)), (turned.Status, turned.Portfolio!.Moving, Assert.Single(turned.WaitsFor)));
        Assert.Equal(RefusalCodes.ModelInPortfolio, (await account.ChangeStakeAsync(Increase(good, "more", 1))).Refusal?.Code);
        (await Host.Actors.FinishAsync(Round(1), round => round.CancelAsync("The data were wrong."))).Require();
        await Host.SettleAsync();

        var models = (await account.GetAsync()).Require().Models;
        Assert.Equal(
            (Nmr.FromNmr(50), Nmr.FromNmr(100)),
            (models.Single(model => model.Id == good.Id).Active, models.Single(model => model.Id == bad.Id).Active));
        await AssertConservedAsync();
    }

    /// <summary>Two thirds of what ada has staked on her good model.</summary>
    private async Task<(IParticipant Account, TinyModel Good, TinyModel Bad)> SetPortfolioAsync()
    {
        var (good, bad) = (Models.Single(model => model.Name == "ada_good"), Models.Single(model => model.Name == "ada_bad"));
        var account = Host.Actors.Participant(good.Account);
        var set = (await account.ChangePortfolioAsync(Portfolio("set", PortfolioChangeType.Set, 0, (good, 2), (bad, 1)))).Require();
        Assert.Equal(("done", Nmr.FromNmr(150)), (set.Status, set.Portfolio!.Stake));
        return (account, good, bad);
    }

    private static ChangePortfolio Portfolio(
        string command, PortfolioChangeType type, long amount, params (TinyModel Model, decimal Weight)[] weights) => new(
        command, TournamentId.Classic, type, Nmr.FromNmr(amount),
        [.. weights.Select(pair => new PortfolioWeight(pair.Model.Id, pair.Weight))])
        {
            Rules = new StakeSettings(Portfolios: true),
        };
}

using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <content>What happens to stakes: freed, released, at risk in several rounds, paid from a treasury that is short.</content>
public abstract partial class RoundLifeCycleSuite
{
    [Fact]
    public async Task A_cancelled_round_frees_every_stake_untouched()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var cancelled = (await Host.Actors.FinishAsync(Round(1), round => round.CancelAsync("The data were wrong."))).Require();
        Assert.Equal(RoundPhase.Cancelled, cancelled.Phase);
        await Host.SettleAsync();

        foreach (var model in Models)
        {
            var view = (await Host.Actors.Participant(model.Account).GetAsync()).Require()
                .Models.Single(candidate => candidate.Id == model.Id);
            Assert.Equal(Nmr.FromNmr(model.Stake), view.Active);
            Assert.Empty(view.AtRisk);
        }

        await AssertConservedAsync();
    }

    [Fact]
    public async Task A_decreased_stake_waits_for_its_rounds_still_burns_and_then_returns_to_the_wallet()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var bad = Models.Single(model => model.Name == "ada_bad");
        var change = (await Host.Actors.Participant(bad.Account).ChangeStakeAsync(
            new ChangeStake("drain", bad.Id, StakeChangeType.Drain, Nmr.Zero))).Require();
        Assert.Equal(("pending", Nmr.FromNmr(50)), (change.Status, change.Pending));
        await ScoreAsync(1);
        (await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        await Host.SettleAsync();

        var burn = Assert.Single(await Host.ReadModel.PayoutsAsync(bad.Id, null)).Burn;
        var account = (await Host.Actors.Participant(bad.Account).GetAsync()).Require();
        var view = account.Models.Single(model => model.Id == bad.Id);
        Assert.True(burn.IsPositive);
        Assert.Equal((Nmr.Zero, Nmr.Zero), (view.Active, view.Pending));
        Assert.Equal(Nmr.FromNmr(500 - 150) + Nmr.FromNmr(50) - burn, account.Wallet);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task Rounds_overlap_and_the_same_stake_is_at_risk_in_each()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        await Host.AdvanceToAsync(Start.AddDays(1));
        await Played.OpenAsync(2);
        await SubmitAllAsync(2);
        await CloseAsync(2);

        var stake = (await Host.Actors.Participant(Models[0].Account).GetAsync()).Require().Models.Single(view => view.Id == Models[0].Id);
        Assert.Equal([Nmr.FromNmr(100), Nmr.FromNmr(100)], stake.AtRisk.Values);
        await ScoreAsync(2);
        (await Host.Actors.FinishAsync(Round(2), round => round.ResolveAsync())).Require();
        await ScoreAsync(1);
        (await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        await Host.SettleAsync();

        Assert.Equal(8, (await Host.ReadModel.PayoutsAsync(null, null)).Count);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task Settling_waits_for_a_treasury_that_is_short_and_goes_on_once_it_is_not()
    {
        var spent = (await Host.Actors.Treasury().ReserveAsync(Round(99), Nmr.FromNmr(1000))).Require();
        Assert.Equal(Nmr.Zero, spent.Balance);
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        await ScoreAsync(1);
        var refused = await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync());
        Assert.Equal(RefusalCodes.TreasuryInsufficient, refused.Refusal?.Code);

        (await Host.Actors.Treasury().CloseAsync(Round(99), Nmr.Zero, Nmr.Zero)).Require();
        await Host.TickAsync();

        Assert.Equal(RoundPhase.Resolved, (await Host.Actors.Round(Round(1)).GetAsync()).Require().Phase);
        await AssertConservedAsync();
    }
}

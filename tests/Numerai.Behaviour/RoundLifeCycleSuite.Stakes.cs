using Numerai.Tournament.Money;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Participants;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <content>What happens to stakes: freed, released, at risk in several rounds, paid from a treasury that is short.</content>
public abstract partial class RoundLifeCycleSuite
{
    [Fact]
    public async Task A_cancelled_round_frees_every_stake_untouched()
    {
        await _tournament.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var cancelled = (await _host.Actors.Round(Round(1)).CancelAsync("The data were wrong.")).Require();
        Assert.Equal(RoundPhase.Cancelled, cancelled.Phase);
        await _host.SettleAsync();

        foreach (var model in Models)
        {
            var view = (await _host.Actors.Participant(model.Account).GetAsync()).Require()
                .Models.Single(candidate => candidate.Id == model.Id);
            Assert.Equal(Nmr.FromNmr(model.Stake), view.Active);
            Assert.Empty(view.AtRisk);
        }

        await AssertConservedAsync();
    }

    [Fact]
    public async Task A_decreased_stake_waits_for_its_rounds_still_burns_and_then_returns_to_the_wallet()
    {
        await _tournament.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var bad = Models.Single(model => model.Name == "ada_bad");
        var change = (await _host.Actors.Participant(bad.Account).ChangeStakeAsync(
            new ChangeStake("drain", bad.Id, StakeChangeType.Drain, Nmr.Zero))).Require();
        Assert.Equal(("pending", Nmr.FromNmr(50)), (change.Status, change.Pending));
        await ScoreAsync(1);
        (await _host.Actors.Round(Round(1)).ResolveAsync()).Require();
        await _host.SettleAsync();

        var burn = Assert.Single(await _host.ReadModel.PayoutsAsync(bad.Id, null)).Burn;
        var account = (await _host.Actors.Participant(bad.Account).GetAsync()).Require();
        var view = account.Models.Single(model => model.Id == bad.Id);
        Assert.True(burn.IsPositive);
        Assert.Equal((Nmr.Zero, Nmr.Zero), (view.Active, view.Pending));
        Assert.Equal(Nmr.FromNmr(500 - 150) + Nmr.FromNmr(50) - burn, account.Wallet);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task Rounds_overlap_and_the_same_stake_is_at_risk_in_each()
    {
        await _tournament.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        await _host.AdvanceToAsync(Start.AddDays(1));
        await _tournament.OpenAsync(2);
        await SubmitAllAsync(2);
        await CloseAsync(2);

        var stake = (await _host.Actors.Participant(Models[0].Account).GetAsync()).Require().Models.Single(view => view.Id == Models[0].Id);
        Assert.Equal([Nmr.FromNmr(100), Nmr.FromNmr(100)], stake.AtRisk.Values);
        await ScoreAsync(2);
        (await _host.Actors.Round(Round(2)).ResolveAsync()).Require();
        await ScoreAsync(1);
        (await _host.Actors.Round(Round(1)).ResolveAsync()).Require();
        await _host.SettleAsync();

        Assert.Equal(8, (await _host.ReadModel.PayoutsAsync(null, null)).Count);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task Settling_waits_for_a_treasury_that_is_short_and_goes_on_once_it_is_not()
    {
        var spent = (await _host.Actors.Treasury().ReserveAsync(Round(99), Nmr.FromNmr(1000))).Require();
        Assert.Equal(Nmr.Zero, spent.Balance);
        await _tournament.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        await ScoreAsync(1);
        Assert.Equal(RefusalCodes.TreasuryInsufficient, (await _host.Actors.Round(Round(1)).ResolveAsync()).Refusal?.Code);

        (await _host.Actors.Treasury().CloseAsync(Round(99), Nmr.Zero, Nmr.Zero)).Require();
        await _host.TickAsync();

        Assert.Equal(RoundPhase.Resolved, (await _host.Actors.Round(Round(1)).GetAsync()).Require().Phase);
        await AssertConservedAsync();
    }
}

using Numerai.Tournament.Audit;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Money;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Participants;
using Numerai.Tournament.Settings;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <content>NMR that is kept from leaving an account, and stake that moves between models of one.</content>
public abstract partial class RoundLifeCycleSuite
{
    [Fact]
    public async Task A_hold_outlives_a_restart_ends_on_time_and_the_books_know_it()
    {
        var account = Models[0].Account;
        var hold = new PlaceHold("dispute", Nmr.FromNmr(300), "Chargeback", Start.AddDays(3));
        (await _host.Actors.Participant(account).PlaceHoldAsync(hold)).Require();
        await _host.RestartAsync();
        (await _host.Actors.Participant(account).PlaceHoldAsync(hold)).Require();
        var stake = Increase(Models[0], "all", 300);
        Assert.Equal(RefusalCodes.FundsHeld, (await _host.Actors.Participant(account).ChangeStakeAsync(stake)).Refusal?.Code);
        await _host.SettleAsync();
        var report = await new ConservationCheck(_host.Actors, _host.ReadModel).RunAsync();
        Assert.True(report.Holds);
        Assert.Equal(Nmr.FromNmr(1500 - 380), report.Wallets);

        await _host.AdvanceToAsync(Start.AddDays(3));
        (await _host.Actors.Participant(account).ChangeStakeAsync(stake)).Require();
        await _host.SettleAsync();

        var view = (await _host.Actors.Participant(account).GetAsync()).Require();
        Assert.Equal((Nmr.FromNmr(50), Nmr.Zero), (view.Wallet, view.Held));
        await AssertConservedAsync();
    }

    [Fact]
    public async Task A_hold_whose_time_has_come_is_booked_though_its_owner_is_silent_and_once()
    {
        var account = Models[0].Account;
        var (over, standing) = (Start.AddDays(3), Start.AddDays(30));
        (await _host.Actors.Participant(account).PlaceHoldAsync(new PlaceHold("short", Nmr.FromNmr(100), "Chargeback", over))).Require();
        (await _host.Actors.Participant(account).PlaceHoldAsync(new PlaceHold("shorter", Nmr.FromNmr(20), "Chargeback",
            over.AddDays(-1)))).Require();
        (await _host.Actors.Participant(account).PlaceHoldAsync(new PlaceHold("long", Nmr.FromNmr(50), "Chargeback", standing))).Require();
        var sweep = new LapsedHolds(_host.Actors, _host.ReadModel, _host.Time);
        Assert.Equal(0, await sweep.EndAsync(TestContext.Current.CancellationToken));

        await _host.AdvanceToAsync(over);
        Assert.Equal(2, await sweep.EndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await sweep.EndAsync(TestContext.Current.CancellationToken));
        await _host.SettleAsync();

        var ledger = await _host.ReadModel.LedgerAsync($"participant/{account}", 1000, 0);
        Assert.Equal(2, ledger.Count(entry => entry.Reason == LedgerReason.HoldRelease));
        Assert.Equal(Nmr.FromNmr(50), (await _host.ReadModel.LedgerBalancesAsync())[LedgerAccounts.Held(account)]);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task A_stake_that_moves_still_burns_in_its_round_and_arrives_when_that_has_resolved()
    {
        await _tournament.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var (bad, good) = (Models.Single(model => model.Name == "ada_bad"), Models.Single(model => model.Name == "ada_good"));
        var move = new ChangeStake("move", bad.Id, StakeChangeType.Move, Nmr.FromNmr(50)) { To = good.Id, Rules = new StakeSettings(true) };
        Assert.Equal("pending", (await _host.Actors.Participant(bad.Account).ChangeStakeAsync(move)).Require().Status);
        await ScoreAsync(1);
        (await _host.Actors.Round(Round(1)).ResolveAsync()).Require();
        await _host.SettleAsync();

        var payouts = await _host.ReadModel.PayoutsAsync(null, Round(1));
        var (burn, payout) = (payouts.Single(row => row.Model == bad.Id).Burn, payouts.Single(row => row.Model == good.Id).Payout);
        var models = (await _host.Actors.Participant(bad.Account).GetAsync()).Require().Models;
        Assert.True(burn.IsPositive);
        Assert.Equal(
            (Nmr.Zero, Nmr.Zero), (models.Single(model => model.Id == bad.Id).Active, models.Single(model => model.Id == bad.Id).Pending));
        Assert.Equal(Nmr.FromNmr(150) + payout - burn, models.Single(model => model.Id == good.Id).Active);
        await AssertConservedAsync();
    }
}

using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
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
        (await Host.Actors.Participant(account).PlaceHoldAsync(hold)).Require();
        await Host.RestartAsync();
        (await Host.Actors.Participant(account).PlaceHoldAsync(hold)).Require();
        var stake = Increase(Models[0], "all", 300);
        Assert.Equal(RefusalCodes.FundsHeld, (await Host.Actors.Participant(account).ChangeStakeAsync(stake)).Refusal?.Code);
        await Host.SettleAsync();
        var report = await new ConservationCheck(Host.Actors, Host.ReadModel).RunAsync();
        Assert.True(report.Holds);
        Assert.Equal(Nmr.FromNmr(1500 - 380), report.Wallets);

        await Host.AdvanceToAsync(Start.AddDays(3));
        (await Host.Actors.Participant(account).ChangeStakeAsync(stake)).Require();
        await Host.SettleAsync();

        var view = (await Host.Actors.Participant(account).GetAsync()).Require();
        Assert.Equal((Nmr.FromNmr(50), Nmr.Zero), (view.Wallet, view.Held));
        await AssertConservedAsync();
    }

    [Fact]
    public async Task A_hold_whose_time_has_come_is_booked_though_its_owner_is_silent_and_once()
    {
        var account = Models[0].Account;
        var (over, standing) = (Start.AddDays(3), Start.AddDays(30));
        (await Host.Actors.Participant(account).PlaceHoldAsync(new PlaceHold("short", Nmr.FromNmr(100), "Chargeback", over))).Require();
        (await Host.Actors.Participant(account).PlaceHoldAsync(new PlaceHold("shorter", Nmr.FromNmr(20), "Chargeback",
            over.AddDays(-1)))).Require();
        (await Host.Actors.Participant(account).PlaceHoldAsync(new PlaceHold("long", Nmr.FromNmr(50), "Chargeback", standing))).Require();
        var sweep = new LapsedHolds(Host.Actors, Host.ReadModel, Host.Time);
        Assert.Equal(0, await sweep.EndAsync(TestContext.Current.CancellationToken));

        await Host.AdvanceToAsync(over);
        Assert.Equal(2, await sweep.EndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await sweep.EndAsync(TestContext.Current.CancellationToken));
        await Host.SettleAsync();

        var ledger = await Host.ReadModel.LedgerAsync($"participant/{account}", 1000, 0);
        Assert.Equal(2, ledger.Count(entry => entry.Reason == LedgerReason.HoldRelease));
        Assert.Equal(Nmr.FromNmr(50), (await Host.ReadModel.LedgerBalancesAsync())[LedgerAccounts.Held(account)]);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task A_stake_that_moves_still_burns_in_its_round_and_arrives_when_that_has_resolved()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var (bad, good) = (Models.Single(model => model.Name == "ada_bad"), Models.Single(model => model.Name == "ada_good"));
        var move = new ChangeStake("move", bad.Id, StakeChangeType.Move, Nmr.FromNmr(50)) { To = good.Id, Rules = new StakeSettings(true) };
        Assert.Equal("pending", (await Host.Actors.Participant(bad.Account).ChangeStakeAsync(move)).Require().Status);
        await ScoreAsync(1);
        (await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        await Host.SettleAsync();

        var payouts = await Host.ReadModel.PayoutsAsync(null, Round(1));
        var (burn, payout) = (payouts.Single(row => row.Model == bad.Id).Burn, payouts.Single(row => row.Model == good.Id).Payout);
        var models = (await Host.Actors.Participant(bad.Account).GetAsync()).Require().Models;
        Assert.True(burn.IsPositive);
        Assert.Equal(
            (Nmr.Zero, Nmr.Zero), (models.Single(model => model.Id == bad.Id).Active, models.Single(model => model.Id == bad.Id).Pending));
        Assert.Equal(Nmr.FromNmr(150) + payout - burn, models.Single(model => model.Id == good.Id).Active);
        await AssertConservedAsync();
    }
}

using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Hold = Numerai.Tournament.Accounts.Hold;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class HoldTests
{
    private static readonly DateTimeOffset _now = ParticipantFixture.Start.AddDays(2);
    private readonly ParticipantFixture _account = new();

    [Fact]
    public void What_is_held_is_neither_withdrawn_nor_staked_nor_given_away_and_the_refusal_names_the_hold()
    {
        Place("dispute-7", "70").Require();

        Assert.Equal((Nmr.FromNmr(30), Nmr.FromNmr(70)), (_account.State.Wallet, _account.State.Held));
        Held(
            _account.Apply(
                WalletDecisions.Withdraw(_account.State, new Withdraw("w", Nmr.FromNmr(31), ParticipantFixture.Limits), _now)).Refusal);
        Held(_account.Change(StakeChangeType.Increase, "31").Refusal);
        Held(_account.Apply(TransferDecisions.Transfer(
            _account.State, new WalletTransfer("agreement/x", 1, LedgerReason.AgreementDeposit, "agreement:x", false, Nmr.FromNmr(31)),
            _now)).Refusal);
        Assert.Equal(RefusalCodes.BalanceInsufficient, _account.Change(StakeChangeType.Increase, "101").Refusal?.Code);
        _account.Change(StakeChangeType.Increase, "30").Require();

        static void Held(Refusal? refusal)
        {
            Assert.Equal(RefusalCodes.FundsHeld, refusal?.Code);
            Assert.Contains("'dispute-7' (Chargeback; until it is released)", refusal!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Under_a_hold_on_the_whole_account_NMR_comes_in_and_settlements_pay_and_burn_but_nothing_leaves()
    {
        _account.Change(StakeChangeType.Increase, "50").Require();
        _account.Pin(1);
        _account.Pin(2);
        _account.Change(StakeChangeType.Decrease, "20").Require();
        Place("court", null).Require();

        _account.Apply(WalletDecisions.Deposit(_account.State, new Deposit("more", Nmr.FromNmr(5)), _now)).Require();
        _account.Settle(1, "1", "0");
        _account.Settle(2, "0", "3");

        Assert.Equal((Nmr.FromNmr(25), Nmr.FromNmr(50)), (_account.State.Wallet, _account.State.Held));
        Assert.Equal(Nmr.FromNmr(28), _account.Stake.Active);
        Assert.Equal(RefusalCodes.FundsHeld, _account.Change(StakeChangeType.Increase, "1").Refusal?.Code);
        Release("court").Require();
        Assert.Equal(Nmr.FromNmr(75), _account.State.Wallet);
        _account.Change(StakeChangeType.Increase, "75").Require();
    }

    [Fact]
    public void A_hold_is_placed_and_released_once_each_however_often_it_is_asked_for()
    {
        Place("a", "10").Require();
        Place("a", "10").Require();
        Assert.Equal(RefusalCodes.CommandReused, Place("a", "11").Refusal?.Code);
        Release("a").Require();
        Release("a").Require();
        Place("a", "10").Require();

        Assert.Equal((Nmr.FromNmr(100), Nmr.Zero), (_account.State.Wallet, _account.State.Held));
        Assert.Equal([LedgerReason.Deposit, LedgerReason.Hold, LedgerReason.HoldRelease], _account.Ledger.Select(entry => entry.Reason));
        Assert.Equal(RefusalCodes.HoldNotFound, Release("b").Refusal?.Code);
    }

    [Fact]
    public void Of_holds_that_have_ended_the_last_are_remembered_and_those_in_force_all()
    {
        Place("in force", "1").Require();
        foreach (var number in Enumerable.Range(0, ParticipantState.RememberedHolds + 1))
        {
            Place($"{number}", "2").Require();
            Release($"{number}").Require();
        }

        Assert.Equal(ParticipantState.RememberedHolds + 1, _account.State.Holds.Count);
        Assert.Equal("in force", _account.State.Holds[0].Id);
        Assert.Equal(RefusalCodes.HoldNotFound, Release("0").Refusal?.Code);
        Release("1").Require();
        Assert.Equal((Nmr.FromNmr(99), Nmr.FromNmr(1)), (_account.State.Wallet, _account.State.Held));
    }

    [Fact]
    public void A_hold_ends_by_itself_with_the_first_command_after_its_time_and_is_seen_as_over_from_then_on()
    {
        Place("a", "100", _now.AddDays(1)).Require();
        var view = ParticipantProjections.Account(_account.State);
        Assert.Equal((Nmr.Zero, Nmr.FromNmr(100)), (view.At(_now).Wallet, view.At(_now).Held));
        Assert.Equal((Nmr.FromNmr(100), Nmr.Zero), (view.At(_now.AddDays(1)).Wallet, view.At(_now.AddDays(1)).Held));
        Assert.Equal(RefusalCodes.FundsHeld, Withdraw(_now.AddHours(23)).Refusal?.Code);

        Withdraw(_now.AddDays(1)).Require();

        Assert.Equal((Nmr.Zero, Nmr.Zero), (_account.State.Wallet, _account.State.Held));
        Assert.Equal(_now.AddDays(1), _account.State.Holds[0].Ended);
        Assert.Equal([LedgerReason.HoldRelease, LedgerReason.Withdrawal], _account.Ledger.TakeLast(2).Select(entry => entry.Reason));

        Outcome<WalletView> Withdraw(DateTimeOffset at) => _account.Apply(HoldDecisions.AfterLapsed(
            _account.State,
            at,
            (state, now) => WalletDecisions.Withdraw(state, new Withdraw("all", Nmr.FromNmr(100), ParticipantFixture.Limits), now)));
    }

    [Theory]
    [InlineData("101", "Chargeback", 1, RefusalCodes.BalanceInsufficient)]
    [InlineData("-1", "Chargeback", 1, RefusalCodes.InvalidAmount)]
    [InlineData("1", "", 1, RefusalCodes.InvalidRequest)]
    [InlineData("1", "two\nlines", 1, RefusalCodes.InvalidRequest)]
    [InlineData("1", "Chargeback", 0, RefusalCodes.InvalidRequest)]
    public void A_hold_that_makes_no_sense_is_refused(string amount, string reason, int days, string code) => Assert.Equal(
        code,
        _account.Apply(
            HoldDecisions.Place(_account.State, new PlaceHold("x", Nmr.Parse(amount), reason, _now.AddDays(days)), _now)).Refusal?.Code);

    private Outcome<Hold> Place(string id, string? amount, DateTimeOffset? until = null) => _account.Apply(HoldDecisions.Place(
        _account.State, new PlaceHold(id, amount is null ? null : Nmr.Parse(amount), "Chargeback", until), _now));

    private Outcome<Hold> Release(string id) => _account.Apply(HoldDecisions.Release(_account.State, id, _now));
}

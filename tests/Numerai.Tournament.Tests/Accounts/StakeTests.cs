using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class StakeTests
{
    private readonly ParticipantFixture _account = new();

    [Fact]
    public void An_increase_moves_NMR_from_the_wallet_to_the_active_stake_at_once()
    {
        var change = _account.Change(StakeChangeType.Increase, "40.5").Require();
        Assert.Equal("done", change.Status);
        Assert.Equal(Nmr.Parse("59.5"), _account.State.Wallet);
        Assert.Equal(Nmr.Parse("40.5"), _account.Stake.Active);
    }

    [Fact]
    public void An_increase_above_the_balance_is_refused_and_changes_nothing()
    {
        var before = _account.State;
        var change = _account.Change(StakeChangeType.Increase, "100.000000000000000001");
        Assert.Equal(RefusalCodes.BalanceInsufficient, change.Refusal?.Code);
        Assert.Same(before, _account.State);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void An_amount_that_is_not_positive_is_refused(string amount) =>
        Assert.Equal(RefusalCodes.InvalidAmount, _account.Change(StakeChangeType.Increase, amount).Refusal?.Code);

    [Fact]
    public void A_repeated_command_is_answered_alike_and_done_once()
    {
        var first = _account.Change(StakeChangeType.Increase, "10", "same").Require();
        var second = _account.Change(StakeChangeType.Increase, "10", "same").Require();
        Assert.Equal(first, second);
        Assert.Equal(Nmr.Parse("10"), _account.Stake.Active);
    }

    [Fact]
    public void A_command_id_used_for_something_else_is_refused()
    {
        _account.Change(StakeChangeType.Increase, "10", "same");
        Assert.Equal(RefusalCodes.CommandReused, _account.Change(StakeChangeType.Increase, "11", "same").Refusal?.Code);
    }

    [Fact]
    public void A_decrease_with_nothing_at_risk_returns_at_once()
    {
        _account.Change(StakeChangeType.Increase, "40");
        Assert.Equal("done", _account.Change(StakeChangeType.Decrease, "15").Require().Status);
        Assert.Equal(Nmr.Parse("75"), _account.State.Wallet);
    }

    [Fact]
    public void A_decrease_waits_for_the_last_round_that_was_in_flight_when_it_was_asked_for()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        _account.Pin(2);
        var change = _account.Change(StakeChangeType.Decrease, "15").Require();
        Assert.Equal("pending", change.Status);
        Assert.Equal(2, change.WaitsFor.Length);

        _account.Pin(3);
        Assert.Equal(Nmr.Parse("25"), _account.Stake.AtRisk[ParticipantFixture.Round(3)]);
        _account.Settle(1, "0", "0");
        Assert.Equal(Nmr.Parse("15"), _account.Stake.Pending);
        _account.Settle(2, "0", "0");
        Assert.Equal(Nmr.Zero, _account.Stake.Pending);
        Assert.Equal(Nmr.Parse("75"), _account.State.Wallet);
    }

    [Fact]
    public void A_burn_takes_the_active_stake_first_then_pending_releases_and_never_more()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        _account.Change(StakeChangeType.Decrease, "30");
        Assert.Equal(Nmr.Parse("12"), _account.Settle(1, "0", "12").Burned);
        Assert.Equal(Nmr.Zero, _account.Stake.Active);
        Assert.Equal(Nmr.Parse("88"), _account.State.Wallet);

        var other = new ParticipantFixture();
        other.Change(StakeChangeType.Increase, "1");
        other.Pin(1);
        Assert.Equal(Nmr.Parse("1"), other.Settle(1, "0", "5").Burned);
        Assert.Equal(Nmr.Zero, other.Stake.Active);
    }

    [Fact]
    public void A_round_settles_once_whatever_is_asked_again()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        var first = _account.Settle(1, "2", "0");
        var before = _account.State;
        Assert.Equal(first, _account.Settle(1, "2", "0"));
        Assert.Same(before, _account.State);
        Assert.Equal(Nmr.Parse("42"), _account.Stake.Active);
    }

    [Fact]
    public void A_snapshot_stays_what_it_was_when_the_stake_changes()
    {
        _account.Change(StakeChangeType.Increase, "40");
        Assert.Equal(Nmr.Parse("40"), _account.Pin(1));
        _account.Change(StakeChangeType.Increase, "10");
        Assert.Equal(Nmr.Parse("40"), _account.Pin(1));
        Assert.Equal(Nmr.Parse("50"), _account.Pin(2));
    }

    [Fact]
    public void A_cancelled_round_frees_its_snapshot_and_the_releases_that_waited_for_it()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        _account.Change(StakeChangeType.Drain, "0");
        _account.Apply(SettlementDecisions.Unpin(_account.State, ParticipantFixture.Round(1), ParticipantFixture.Start));
        Assert.Equal(Nmr.Parse("100"), _account.State.Wallet);
        Assert.Empty(_account.Stake.AtRisk);
    }

    [Fact]
    public void A_drain_of_nothing_is_refused() =>
        Assert.Equal(RefusalCodes.StakeInsufficient, _account.Change(StakeChangeType.Drain, "0").Refusal?.Code);

    [Fact]
    public void The_ledger_chain_follows_from_genesis_and_shows_every_tampering()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Change(StakeChangeType.Decrease, "10");
        var head = LedgerHead.Genesis;
        foreach (var entry in _account.Ledger)
        {
            Assert.True(LedgerChain.Follows(head, entry));
            Assert.False(LedgerChain.Follows(head, entry with { Amount = entry.Amount + new Nmr(1) }));
            head = new LedgerHead(entry.Sequence, entry.Hash);
        }

        Assert.Equal(_account.State.LedgerHead, head);
    }
}

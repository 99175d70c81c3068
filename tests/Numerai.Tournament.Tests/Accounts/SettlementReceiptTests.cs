using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Tests.Accounts;

/// <summary>What an account remembers of rounds that are over for it, and what comes too late for them.</summary>
public sealed class SettlementReceiptTests
{
    private static readonly TournamentId[] _tournaments = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];
    private readonly ParticipantFixture _account = new();

    [Fact]
    public void What_other_tournaments_resolve_pushes_no_receipt_out_and_each_keeps_its_latest()
    {
        for (var number = 1; number <= 300; number++)
        {
            foreach (var tournament in _tournaments)
            {
                var round = new RoundId(tournament, number);
                _account.Apply(SettlementDecisions.Settle(_account.State, round, [], ParticipantFixture.Start)).Require();
                Assert.Contains(round, _account.State.RecentSettlements.Keys);
            }
        }

        var kept = _account.State.RecentSettlements.Keys.ToLookup(round => round.Tournament, round => round.Number);
        Assert.All(
            _tournaments, tournament =>
                Assert.Equal(
                    Enumerable.Range(301 - ParticipantState.RememberedSettlements, ParticipantState.RememberedSettlements),
                    kept[tournament]));
    }

    [Fact]
    public void The_receipt_just_made_stays_even_when_its_round_is_the_oldest()
    {
        for (var number = 2; number <= 1 + ParticipantState.RememberedSettlements; number++)
        {
            _account.Apply(
                SettlementDecisions.Settle(_account.State, ParticipantFixture.Round(number), [], ParticipantFixture.Start)).Require();
        }

        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        var entry = _account.Settle(1, "2", "0");
        Assert.Equal(entry, _account.Settle(1, "2", "0"));
        Assert.Equal(Nmr.Parse("42"), _account.Stake.Active);
        Assert.Equal(ParticipantState.RememberedSettlements, _account.State.RecentSettlements.Count);
    }

    [Theory]
    [InlineData("settled")]
    [InlineData("cancelled")]
    [InlineData("cancelled before it was pinned")]
    public void A_snapshot_that_comes_when_the_round_is_over_changes_nothing(string end)
    {
        _account.Change(StakeChangeType.Increase, "40");
        if (end != "cancelled before it was pinned")
        {
            _account.Pin(1);
        }

        if (end == "settled")
        {
            _account.Settle(1, "0", "0");
        }
        else
        {
            _account.Apply(SettlementDecisions.Unpin(_account.State, ParticipantFixture.Round(1), ParticipantFixture.Start)).Require();
        }

        var before = _account.State;
        Assert.Equal(Nmr.Zero, _account.Pin(1));
        Assert.Same(before, _account.State);
        Assert.Equal("done", _account.Change(StakeChangeType.Decrease, "40").Require().Status);
    }

    [Fact]
    public void Releases_beyond_a_number_join_those_that_wait_for_the_same_rounds_so_that_stake_can_always_be_taken_back()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        _account.Pin(2);
        for (var release = 0; release < ModelStake.SingleReleases + 10; release++)
        {
            _account.Change(StakeChangeType.Decrease, "0.000000000000000001").Require();
        }

        Assert.Equal(ModelStake.SingleReleases, _account.Stake.Releases.Count);
        _account.Settle(1, "0", "0");
        Assert.Equal("pending", _account.Change(StakeChangeType.Drain, "0").Require().Status);
        Assert.Equal((Nmr.Zero, Nmr.FromNmr(40)), (_account.Stake.Active, _account.Stake.Pending));
        Assert.Equal(ModelStake.SingleReleases, _account.Stake.Releases.Count);

        _account.Settle(2, "0", "0");
        Assert.Equal((Nmr.Zero, Nmr.FromNmr(100)), (_account.Stake.Pending, _account.State.Wallet));
        Assert.Equal(Nmr.FromNmr(100), _account.Balance(LedgerAccounts.Wallet(_account.Account)));
    }

    [Fact]
    public void Moves_to_ever_other_models_end_at_that_number_with_a_way_out()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        for (var release = 0; release < ModelStake.SingleReleases; release++)
        {
            _account.Change(StakeChangeType.Decrease, "0.000000000000000001").Require();
        }

        var before = _account.State;
        var refused = _account.Move(_account.Model, ParticipantFixture.Models[1], Nmr.Parse("10")).Refusal!;
        Assert.Equal(RefusalCodes.ReleaseLimitReached, refused.Code);
        Assert.Contains(ModelStake.SingleReleases.ToString(CultureInfo.InvariantCulture), refused.Message);
        Assert.Same(before, _account.State);
        Assert.Equal("pending", _account.Change(StakeChangeType.Drain, "0").Require().Status);
    }

    [Fact]
    public void A_round_that_is_over_and_yet_stands_at_risk_in_a_row_of_version_0_1_is_taken_off_with_the_next_command()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        _account.Settle(1, "0", "0");
        var damaged = _account.Stake with { AtRisk = _account.Stake.AtRisk.Add(ParticipantFixture.Round(1), Nmr.FromNmr(40)) };
        var stored = _account.State with { Models = _account.State.Models.SetItem(_account.Model, damaged) };

        var decision = SettlementDecisions.WithoutOver(stored, ParticipantFixture.Start, (state, now) => StakeDecisions.Change(
            state, new ChangeStake("out", _account.Model, StakeChangeType.Drain, Nmr.Zero), now));

        Assert.Equal("done", decision.Outcome.Require().Status);
        Assert.Empty(decision.Next!.Models[_account.Model].AtRisk);
        Assert.Equal(Nmr.FromNmr(100), decision.Next.Wallet);
    }
}

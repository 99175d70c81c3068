using System.Globalization;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Participants;

namespace Numerai.Tournament.Tests.Participants;

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
            _tournaments, tournament => Assert.Equal(Enumerable.Range(237, ParticipantState.RememberedSettlements), kept[tournament]));
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
    public void A_model_has_a_bounded_number_of_releases_that_wait_and_says_when_the_next_can_be_asked_for()
    {
        _account.Change(StakeChangeType.Increase, "40");
        _account.Pin(1);
        for (var release = 0; release < StakeDecisions.MostReleases; release++)
        {
            _account.Change(StakeChangeType.Decrease, "0.000000000000000001").Require();
        }

        var before = _account.State;
        var refused = _account.Change(StakeChangeType.Decrease, "0.000000000000000001").Refusal!;
        Assert.Equal(RefusalCodes.ReleaseLimitReached, refused.Code);
        Assert.Contains(StakeDecisions.MostReleases.ToString(CultureInfo.InvariantCulture), refused.Message);
        Assert.Equal(
            RefusalCodes.ReleaseLimitReached, _account.Move(_account.Model, ParticipantFixture.Models[1], Nmr.Parse("10")).Refusal?.Code);
        Assert.Same(before, _account.State);

        _account.Settle(1, "0", "0");
        Assert.Equal("done", _account.Change(StakeChangeType.Decrease, "10").Require().Status);
    }
}

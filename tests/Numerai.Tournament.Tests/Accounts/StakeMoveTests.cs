using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class StakeMoveTests
{
    private static readonly ModelId _first = ParticipantFixture.Models[0];
    private static readonly ModelId _second = ParticipantFixture.Models[1];

    [Fact]
    public void What_is_at_risk_nowhere_moves_at_once_and_the_rest_when_its_rounds_have_resolved()
    {
        var account = new ParticipantFixture();
        account.Increase(_first, Nmr.FromNmr(40));
        account.Pin(1);
        account.Increase(_first, Nmr.FromNmr(10));

        var moved = account.Move(_first, _second, Nmr.FromNmr(30)).Require();

        Assert.Equal(("pending", Nmr.FromNmr(10), Nmr.FromNmr(20)), (moved.Status, moved.MovedNow, moved.Pending));
        Assert.Equal(Nmr.FromNmr(10), account.State.Models[_second].Active);
        Assert.Equal(Nmr.FromNmr(20), StakeMoves.Arriving(account.State, _second));
        account.Settle(1, "0", "25");
        Assert.Equal((Nmr.Zero, Nmr.Zero), (account.Stake.Active, account.Stake.Pending));
        Assert.Equal(Nmr.FromNmr(25), account.State.Models[_second].Active);
        Assert.Equal(Nmr.FromNmr(50), account.State.Wallet);
    }

    [Fact]
    public void A_repeated_move_answers_as_the_first_time_also_when_moves_were_turned_off_in_between()
    {
        var account = new ParticipantFixture();
        account.Increase(_first, Nmr.FromNmr(40));
        var first = account.Move(_first, _second, Nmr.FromNmr(15), "m").Require();

        Assert.Equal(first, account.Move(_first, _second, Nmr.FromNmr(15), "m", allowed: false).Require());
        Assert.Equal(RefusalCodes.CommandReused, account.Move(_first, _second, Nmr.FromNmr(16), "m").Refusal?.Code);
        Assert.Equal(Nmr.FromNmr(15), account.State.Models[_second].Active);
    }

    [Fact]
    public void Moves_that_may_not_be_are_refused_and_change_nothing()
    {
        var account = new ParticipantFixture();
        account.Increase(_first, Nmr.FromNmr(40));
        var before = account.State;

        Refused(RefusalCodes.StakeMovesOff, account.Move(_first, _second, Nmr.FromNmr(1), allowed: false));
        Refused(RefusalCodes.StakeInsufficient, account.Move(_first, _second, Nmr.FromNmr(41)));
        Refused(RefusalCodes.InvalidRequest, account.Move(_first, _first, Nmr.FromNmr(1)));
        Refused(RefusalCodes.ModelNotOwned, account.Move(_first, NamedUuid.Model(TournamentId.Classic, "nobody"), Nmr.FromNmr(1)));
        Assert.Same(before, account.State);

        static void Refused(string code, Outcome<StakeChangeView> outcome) => Assert.Equal(code, outcome.Refusal?.Code);
    }

    [Fact]
    public void Under_a_hold_on_the_whole_account_nothing_moves_and_what_was_on_its_way_stays_in_the_wallet()
    {
        var account = new ParticipantFixture();
        account.Increase(_first, Nmr.FromNmr(40));
        account.Pin(1);
        account.Move(_first, _second, Nmr.FromNmr(30)).Require();
        account.Apply(HoldDecisions.Place(account.State, new PlaceHold("h", null, "Court", null), ParticipantFixture.Start)).Require();

        Assert.Equal(RefusalCodes.FundsHeld, account.Move(_first, _second, Nmr.FromNmr(1)).Refusal?.Code);
        account.Settle(1, "0", "0");

        Assert.Equal((Nmr.FromNmr(30), Nmr.Zero), (account.State.Wallet, account.State.Models[_second].Active));
    }

    /// <summary>
    /// Stakes are put at risk in some rounds; then moves come between the settlements, in the one history, and do not in the other. Rounds
    /// may lose all they have at risk, so that burns compete for the same stake.
    /// </summary>
    [Property(MaxTest = 500)]
    public Property No_sequence_of_moves_lowers_the_burn_of_a_round_in_flight_and_no_NMR_is_made_or_lost() => Prop.ForAll(
        Gen.Choose(0, 60).ListOf(9).Zip(Gen.Choose(0, 8).Zip(Gen.Choose(1, 7_000)).ListOf(12)).Zip(Gen.Choose(-100, 40).ListOf(9))
            .ToArbitrary(), history =>
        {
            var ((stakes, moves), shares) = history;
            var (still, moving) = (Prepare(stakes), Prepare(stakes));
            for (var round = 1; round <= 3; round++)
            {
                foreach (var (which, size) in moves.Skip((round - 1) * 4).Take(4))
                {
                    moving.Move(
                        ParticipantFixture.Models[which / 3],
                        ParticipantFixture.Models[which % 3],
                        new Nmr((Int128)size * 10_000_000_000_000_000));
                }

                var at = round;
                int Share(ModelId model) => shares[((at - 1) * 3) + ParticipantFixture.Models.IndexOf(model)];
                var (expected, burned) = (still.SettleAll(round, Share), moving.SettleAll(round, Share));
                if (burned.Burned < expected.Burned || burned.Paid != expected.Paid || !moving.Balances())
                {
                    return false;
                }
            }

            return true;
        });

    /// <summary>Three models; before each of three rounds closes some NMR comes to their stakes.</summary>
    private static ParticipantFixture Prepare(List<int> stakes)
    {
        var account = new ParticipantFixture("1000");
        for (var round = 0; round < 3; round++)
        {
            for (var model = 0; model < 3; model++)
            {
                if (stakes[(round * 3) + model] > 0)
                {
                    account.Increase(ParticipantFixture.Models[model], Nmr.FromNmr(stakes[(round * 3) + model]));
                }
            }

            account.Apply(StakeDecisions.Pin(account.State, ParticipantFixture.Round(round + 1), ParticipantFixture.Models));
        }

        return account;
    }
}

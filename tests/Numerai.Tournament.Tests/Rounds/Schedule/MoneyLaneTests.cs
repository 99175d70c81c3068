using Numerai.Contracts;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Tournament.Tests.Rounds.Schedule;

public sealed class MoneyLaneTests
{
    private static readonly DateTimeOffset _noon = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_is_due_first_goes_first_and_then_the_lower_number()
    {
        var late = Waiting(1, hours: 2);
        var (third, second) = (Waiting(3, hours: 1), Waiting(2, hours: 1));
        Assert.Equal(second, MoneyLane.Holder(null, [late, third, second]));
        Assert.Equal(third, MoneyLane.Holder(null, [late, third]));
        Assert.Null(MoneyLane.Holder(null, []));
    }

    [Fact]
    public void Who_has_the_lane_keeps_it_also_when_it_fails()
    {
        var holder = Waiting(9, hours: 5) with { State = RoundStepState.Failing, HoldsLane = true };
        Assert.Equal(holder, MoneyLane.Holder(null, [Waiting(1, hours: 1), holder]));
    }

    [Fact]
    public void A_lane_that_was_given_and_not_yet_taken_is_given_to_nobody_else()
    {
        var given = Waiting(9, hours: 5);
        var turn = new MoneyTurn(given.Round, given.Started, Number: 4);
        Assert.Equal(given, MoneyLane.Holder(turn, [Waiting(1, hours: 1), given]));
        var laterStep = given with { Started = given.Started.AddHours(1) };
        Assert.Equal(1, MoneyLane.Holder(turn, [Waiting(1, hours: 1), laterStep])?.Round.Number);
    }

    [Fact]
    public void Who_took_the_lane_and_was_refused_stands_in_line_again()
    {
        var refused = Waiting(9, hours: 5) with { LaneNumber = 4 };
        var turn = new MoneyTurn(refused.Round, refused.Started, Number: 4);
        Assert.Equal(1, MoneyLane.Holder(turn, [Waiting(1, hours: 1), refused])?.Round.Number);
    }

    [Theory]
    [InlineData(RoundStage.Seal)]
    [InlineData(RoundStage.Entries)]
    public void Who_is_on_its_way_to_the_lane_is_waited_for_by_those_who_are_due_later(RoundStage stage)
    {
        var onItsWay = Waiting(1, hours: 1) with { State = RoundStepState.Running, Stage = stage };
        Assert.Equal(onItsWay, MoneyLane.Holder(null, [Waiting(2, hours: 2), onItsWay]));
        Assert.Equal(2, MoneyLane.Holder(null, [Waiting(2, hours: 0), onItsWay])?.Round.Number);
    }

    [Theory]
    [InlineData(RoundStepState.Refused, RoundStage.Reserve)]
    [InlineData(RoundStepState.Failing, RoundStage.Entries)]
    [InlineData(RoundStepState.Running, RoundStage.Scores)]
    public void Who_was_refused_fails_without_the_lane_or_moves_no_money_holds_up_nobody(RoundStepState state, RoundStage stage)
    {
        var other = Waiting(1, hours: 1) with { State = state, Stage = stage };
        Assert.Equal(2, MoneyLane.Holder(null, [Waiting(2, hours: 2), other])?.Round.Number);
    }

    private static RoundStepView Waiting(int number, int hours) => new(
        new RoundId(TournamentId.Classic, number), RoundStep.Settling, RoundStepState.AwaitsMoney, RoundStage.Reserve,
        _noon, _noon.AddHours(hours), _noon, _noon);
}

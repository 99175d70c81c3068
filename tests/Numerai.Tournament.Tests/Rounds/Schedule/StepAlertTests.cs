using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Tournament.Tests.Rounds.Schedule;

/// <summary>Steps that stand are alerts until they come on.</summary>
public sealed class StepAlertTests
{
    private const string Subject = "round 8/12, scoring day 3";
    private static readonly DateTimeOffset _now = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly ScheduleState _quiet = ScheduleState.Initial(TournamentId.Classic);
    private static readonly RoundStepView _scoring = new(
        new RoundId(TournamentId.Classic, 12), RoundStep.Scoring, RoundStepState.Running, RoundStage.Scores, _now, _now, _now, _now)
    {
        Day = 3,
    };

    [Fact]
    public void A_step_that_does_not_move_for_more_than_five_minutes_is_an_alert_once_and_until_it_moves()
    {
        Assert.Empty(StandingSteps.Watch(_quiet, [_scoring], _now.AddMinutes(5)).Events);

        var raised = StandingSteps.Watch(_quiet, [_scoring], _now.AddMinutes(6));
        Assert.Equal(
            ["stands 8/12 Scoring 3", $"raised round_step_stands {Subject}"], raised.Events.Select(Told));
        Assert.Contains(
            "It has not moved since 2026-01-06T12:00:00Z; `round step show 12 --tournament 8` tells more",
            raised.Events.OfType<AlertRaised>().Single().Message,
            StringComparison.Ordinal);

        var state = raised.Next!;
        Assert.Null(StandingSteps.Watch(state, [_scoring], _now.AddMinutes(7)).Next);

        var moved = StandingSteps.Watch(state, [_scoring with { Moved = _now.AddMinutes(7) }], _now.AddMinutes(8));
        Assert.Equal([$"cleared round_step_stands {Subject}"], moved.Events.Select(Told));
        Assert.Empty(moved.Next!.Standing);
    }

    [Fact]
    public void The_alert_of_a_step_that_is_over_ends()
    {
        var raised = StandingSteps.Watch(_quiet, [_scoring], _now.AddMinutes(6)).Next!;

        Assert.Equal([$"cleared round_step_stands {Subject}"], StandingSteps.Watch(raised, [], _now.AddMinutes(6)).Events.Select(Told));
    }

    [Fact]
    public void What_fails_five_times_in_a_row_stands_and_what_is_told_no_stands_at_once()
    {
        var failing = _scoring with { Attempts = 4, LastError = new Refusal(RefusalCodes.RoundStepFailed, "Secret.") };
        var refused = _scoring with { Attempts = 1, LastError = new Refusal(RefusalCodes.TreasuryInsufficient, "The treasury has 1 NMR.") };

        Assert.Empty(StandingSteps.Watch(_quiet, [failing], _now).Events);
        Assert.Contains(
            "; 5 attempts failed in a row; `round step show",
            StandingSteps.Watch(_quiet, [failing with { Attempts = 5 }], _now).Events.OfType<AlertRaised>().Single().Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "the last attempt said: The treasury has 1 NMR.",
            StandingSteps.Watch(_quiet, [refused], _now).Events.OfType<AlertRaised>().Single().Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waits_for_anothers_money_to_move_does_not_stand_and_who_waits_for_nobody_does()
    {
        var waiting = _scoring with
        {
            Step = RoundStep.Settling, Day = null, State = RoundStepState.AwaitsMoney, Stage = RoundStage.Reserve,
        };
        var paying = waiting with
        {
            Round = new RoundId(TournamentId.Classic, 11),
            State = RoundStepState.Running,
            Stage = RoundStage.Pay,
            HoldsLane = true,
            Moved = _now.AddMinutes(29),
        };

        Assert.Empty(StandingSteps.Watch(_quiet, [waiting, paying], _now.AddMinutes(30)).Events);
        Assert.Equal(2, StandingSteps.Watch(_quiet, [waiting], _now.AddMinutes(30)).Events.Length);
    }

    private static string Told(TournamentEvent told) => told switch
    {
        RoundStepped stepped => $"{stepped.Point.ToString().ToLowerInvariant()} {stepped.Round} {stepped.Step} {stepped.Day}",
        AlertRaised raised => $"raised {raised.Code} {raised.Subject}",
        AlertCleared cleared => $"cleared {cleared.Code} {cleared.Subject}",
        _ => told.ToString(),
    };
}

using Numerai.Contracts;
using Numerai.Local.Faults;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Steps that an operator gives up, and those that nobody can.</summary>
public sealed class StepAbortTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_closing_that_cannot_be_sealed_is_given_up_and_what_arrives_is_on_time()
    {
        var seal = Failing(FaultPoint.StoreSubmission, "seal 8/1", FaultEffect.Before);
        await using var host = await OpenAsync(seal);
        await FailedAsync(host, seal, round => round.CloseAsync(early: true), RoundStage.Seal);

        var open = (await host.Actors.Round(Round(1)).AbortAsync("The disk is full.")).Require();

        Assert.Equal((RoundPhase.Open, null, null), (open.Phase, open.Working, open.Step));
        Assert.Equal(SubmissionStatus.OnTime, (await new TinyTournament(host).SubmitAsync(Models[2], 1)).Require().Status);
        var closed = await host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true));
        Assert.Equal((RoundPhase.Closed, 2), (closed.Require().Phase, closed.Require().Submissions));
    }

    [Theory]
    [InlineData(FaultEffect.After, "it is sealed")]
    [InlineData(FaultEffect.Before, "its closing time has come")]
    public async Task A_closing_that_is_sealed_or_whose_time_has_come_is_not_given_up(FaultEffect effect, string why)
    {
        var seal = Failing(FaultPoint.StoreSubmission, "seal 8/1", effect);
        await using var host = await OpenAsync(seal);
        await FailedAsync(host, seal, round => round.CloseAsync(early: true), RoundStage.Seal);
        if (effect == FaultEffect.Before)
        {
            // The clock is read beside the ticks, which would go on with the step.
            ((Tournament.Actors.Clocks.VirtualClock)host.Time).AdvanceTo((await ViewAsync(host)).Calendar.Closes);
        }

        await NotAbortableAsync(host, why);
    }

    [Fact]
    public async Task A_closing_that_pins_is_not_given_up_and_goes_on_when_it_is_tried_again()
    {
        var pin = Failing(FaultPoint.Call, $"participant/{Models[0].Account}.PinStakesAsync", FaultEffect.Before);
        await using var host = await OpenAsync(pin);
        pin.Arm();
        (await host.Actors.Round(Round(1)).CloseAsync(early: true)).Require();
        await host.Actors.Round(Round(1)).WaitAsync(_patience);
        await host.Actors.Schedule(Round(1).Tournament).ArrangeAsync();
        Assert.Equal(RoundStepState.Failing, (await host.Actors.Round(Round(1)).WaitAsync(_patience)).Require().Step?.State);

        await NotAbortableAsync(host, "it is sealed");

        await host.Actors.Round(Round(1)).ContinueAsync();
        var closed = (await host.Actors.FinishAsync(Round(1), round => round.GetAsync())).Require();
        Assert.Equal((RoundPhase.Closed, null), (closed.Phase, closed.Working));
    }

    [Fact]
    public async Task A_scoring_day_is_not_given_up_and_a_settlement_before_anyone_is_paid_is()
    {
        var entries = Failing(FaultPoint.StoreObject, "rounds/8/1/settlement.json", FaultEffect.Before);
        await using var host = await OpenAsync(entries);
        (await host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true))).Require();
        for (var day = 1; day <= Days; day++)
        {
            (await new TinyTournament(host).PublishTargetAsync(1, day)).Require();
        }

        await FailedAsync(host, entries, round => round.ResolveAsync(), RoundStage.Entries);
        var scored = (await host.Actors.Round(Round(1)).AbortAsync("The treasury is looked at first.")).Require();
        Assert.Equal((RoundPhase.Scoring, null), (scored.Phase, scored.Working));

        var resolved = (await host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        Assert.Equal((RoundPhase.Resolved, null), (resolved.Phase, resolved.Working));
    }

    [Fact]
    public async Task Nothing_under_way_and_no_reason_are_refused()
    {
        await using var host = await OpenAsync(Failing(FaultPoint.StoreSubmission, "seal 8/1", FaultEffect.Before));
        var round = host.Actors.Round(Round(1));

        Assert.Equal(
            new Refusal(RefusalCodes.StepNotFound, "Round 8/1 has nothing under way; it is open."),
            (await round.AbortAsync("Because.")).Refusal);
        Assert.Equal(RefusalCodes.InvalidRequest, (await round.AbortAsync(" ")).Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, (await round.AbortAsync(new string('x', 501))).Refusal?.Code);
        Assert.Equal(RefusalCodes.RoundNotFound, (await host.Actors.Round(Round(2)).AbortAsync("Because.")).Refusal?.Code);
    }

    private static HeldStep Failing(FaultPoint point, string what, FaultEffect effect)
    {
        var step = new HeldStep(point, what);
        step.End(effect);
        return step;
    }

    private static async Task<ITournamentHost> OpenAsync(HeldStep failing)
    {
        var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7, faults: FaultPlan.Holding(failing));
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        (await tournament.SubmitAsync(Models[0], 1)).Require();
        return host;
    }

    private static async Task FailedAsync(
        ITournamentHost host, HeldStep step, Func<IRound, Task<Outcome<RoundView>>> command, RoundStage stage)
    {
        step.Arm();
        (await command(host.Actors.Round(Round(1)))).Require();
        var failed = (await host.Actors.Round(Round(1)).WaitAsync(_patience)).Require().Step!;
        Assert.Equal((RoundStepState.Failing, stage, 1), (failed.State, failed.Stage, failed.Attempts));
        Assert.Equal(RefusalCodes.RoundStepFailed, failed.LastError?.Code);
    }

    private static async Task NotAbortableAsync(ITournamentHost host, string why)
    {
        var before = await ViewAsync(host);
        var refused = (await host.Actors.Round(Round(1)).AbortAsync("Because.")).Refusal!;
        Assert.Equal(RefusalCodes.StepNotAbortable, refused.Code);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Working, (await ViewAsync(host)).Working);
    }

    private static async Task<RoundView> ViewAsync(ITournamentHost host) => (await host.Actors.Round(Round(1)).GetAsync()).Require();
}

using Numerai.Contracts;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>
/// A row that version 0.1.0 left in the middle of a step names the step and nothing of how far it is. It is taken up at its first stage.
/// </summary>
public sealed class EarlierStepTests
{
    [Theory]
    [InlineData(RoundStep.Closing)]
    [InlineData(RoundStep.Scoring)]
    [InlineData(RoundStep.Settling)]
    [InlineData(RoundStep.Cancelling)]
    public async Task A_step_that_an_earlier_version_left_half_done_is_finished(RoundStep step)
    {
        await using var host = (LocalTournamentHost)await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 5);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        foreach (var model in Models)
        {
            (await tournament.SubmitAsync(model, 1)).Require();
        }

        await UntilAsync(host, tournament, step);
        await host.RestartAsync(async () =>
        {
            var row = (await host.Stores.Rows.ReadAsync<RoundState>("round", $"{Round(1)}"))!;
            Assert.Equal(step, row.Value.State.Step);
            await host.Stores.Rows.WriteAsync(
                "round", $"{Round(1)}", row.Version, row.Value with { State = row.Value.State with { Work = null } });
        });

        if (step == RoundStep.Settling)
        {
            (await host.Actors.Treasury().CloseAsync(Round(99), Nmr.Zero, Nmr.Zero)).Require();
        }

        var done = (await host.Actors.FinishAsync(Round(1), round => round.ContinueAsync())).Require();
        Assert.Null(done.Working);
        Assert.Equal(
            step switch
            {
                RoundStep.Closing => (RoundPhase.Closed, 0),
                RoundStep.Scoring => (RoundPhase.Scoring, 1),
                RoundStep.Settling => (RoundPhase.Resolved, Days),
                _ => (RoundPhase.Cancelled, 0),
            },
            (done.Phase, done.ScoredDay));
        await host.SettleAsync();
        Assert.True((await new ConservationCheck(host.Actors, host.ReadModel).RunAsync()).Holds);
    }

    /// <summary>Plays on to where the step is asked for and not yet done; settling waits for a treasury that is short.</summary>
    private static async Task UntilAsync(LocalTournamentHost host, TinyTournament tournament, RoundStep step)
    {
        var round = host.Actors.Round(Round(1));
        switch (step)
        {
            case RoundStep.Closing:
                (await round.CloseAsync(early: true)).Require();
                return;
            case RoundStep.Cancelling:
                (await round.CancelAsync("The data were wrong.")).Require();
                return;
            default:
                break;
        }

        (await host.Actors.FinishAsync(Round(1), actor => actor.CloseAsync(early: true))).Require();
        if (step == RoundStep.Scoring)
        {
            var target = await host.Objects.PutAsync("incoming/1/day-1.csv", System.Text.Encoding.UTF8.GetBytes(Target(1, 1)));
            (await round.PublishTargetAsync(new PublishTarget(1, target, Early: true))).Require();
            return;
        }

        for (var day = 1; day <= Days; day++)
        {
            (await tournament.PublishTargetAsync(1, day)).Require();
        }

        (await host.Actors.Treasury().ReserveAsync(Round(99), Nmr.FromNmr(1000))).Require();
        var refused = await host.Actors.FinishAsync(Round(1), actor => actor.ResolveAsync());
        Assert.Equal(RefusalCodes.TreasuryInsufficient, refused.Refusal?.Code);
    }
}

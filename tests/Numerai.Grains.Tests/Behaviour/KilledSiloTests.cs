using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Standings.Rows;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Silos that die in the middle of a step change when it is done, not what it comes to.</summary>
public sealed class KilledSiloTests
{
    [Fact]
    public async Task Silos_killed_during_close_score_and_settle_change_no_score_and_no_payout()
    {
        var undisturbed = await RunAsync(kill: false);
        var disturbed = await RunAsync(kill: true);

        Assert.Equal(undisturbed, disturbed);
    }

    private static async Task<string> RunAsync(bool kill)
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        foreach (var model in Models)
        {
            (await tournament.SubmitAsync(model, 1)).Require();
        }

        await DisturbAsync(host, kill, () => host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true)));
        for (var day = 1; day <= Days; day++)
        {
            var number = day;
            await DisturbAsync(host, kill, () => tournament.PublishTargetAsync(1, number));
        }

        await DisturbAsync(host, kill, () => host.Actors.FinishAsync(Round(1), round => round.ResolveAsync()));
        await host.SettleAsync();
        Assert.True((await new ConservationCheck(host.Actors, host.ReadModel).RunAsync()).Holds);
        var scores = await host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, null, null, 1000, 0));
        var payouts = await host.ReadModel.PayoutsAsync(null, Round(1));
        return string.Join('\n', scores.Select(row => $"{row.Day} {row.Model} {row.Score} {row.Value:R} {row.Percentile:R}"))
            + string.Join('\n', payouts.Select(row => $"{row.Model} {row.AtRisk} {row.Multiplier} {row.Payout} {row.Burn}"));
    }

    /// <summary>Gives a command, kills a silo while it is carried out, and gives it again until it is answered.</summary>
    private static async Task DisturbAsync(ClusterTournamentHost host, bool kill, Func<Task<Outcome<RoundView>>> command)
    {
        var first = AttemptAsync(command);
        if (kill)
        {
            await host.KillAsync(host.Silos[^1]);
        }

        for (var attempt = 1; !await first; attempt++)
        {
            Assert.True(attempt < 20, "The command was not answered after 20 attempts.");
            first = AttemptAsync(command);
        }
    }

    private static async Task<bool> AttemptAsync(Func<Task<Outcome<RoundView>>> command)
    {
        try
        {
            (await command()).Require();
            return true;
        }
        catch (Exception fault) when (fault is GrainUnavailableException || Calls.TransientFaults.MayPass(fault))
        {
            return false;
        }
    }
}

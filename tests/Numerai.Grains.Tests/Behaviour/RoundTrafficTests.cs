using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Numerai.Contracts;
using Numerai.Grains.Rules;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Submissions;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>A round speaks to accounts and to shards, never to models: its messages do not grow with the models an account has.</summary>
[Collection(nameof(RoundTrafficTests))]
[CollectionDefinition(nameof(RoundTrafficTests), DisableParallelization = true)]
public sealed class RoundTrafficTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Closing_asks_each_account_once_scoring_each_shard_once_a_day_and_settling_each_account_once()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        foreach (var model in Models)
        {
            (await tournament.SubmitAsync(model, 1)).Require();
        }

        using var traffic = new RoundTraffic();
        (await host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true))).Require();
        for (var day = 1; day <= Days; day++)
        {
            (await tournament.PublishTargetAsync(1, day)).Require();
        }

        (await host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();

        output.WriteLine(traffic.ToString());
        var settings = (await host.Actors.Schedule(TournamentId.Classic).GetAsync()).Require().Settings;
        var shards = (Models.Length + settings.Scoring.ShardSize - 1) / settings.Scoring.ShardSize;
        var accounts = Models.Select(model => model.Owner).Distinct().Count();
        Assert.Equal(accounts, traffic.Of(ActorKinds.Participant, nameof(IParticipant.PinStakesAsync)));
        Assert.Equal(accounts, traffic.Of(ActorKinds.Participant, nameof(IParticipant.SettleAsync)));
        Assert.Equal(shards, traffic.Of(ActorKinds.ScoringShard, nameof(IScoringShard.SumAsync)));
        Assert.Equal(shards * Days, traffic.Of(ActorKinds.ScoringShard, nameof(IScoringShard.ScoreAsync)));
        Assert.Equal(0, traffic.ToString().Split('\n').Count(line => line.StartsWith(ActorKinds.Model, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_upload_and_its_submission_are_five_calls_and_none_of_them_asks_for_rules_that_the_silo_keeps()
    {
        const int Uploads = 10;
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await tournament.OpenAsync(1);
        var silo = host.Silos[0].ServiceProvider;
        var kept = new KeptUploadRules(new AskedUploadRules(host.Actors), new FakeTimeProvider());
        var intake = new SubmissionService(
            new OrleansActors(silo.GetRequiredService<IGrainFactory>()), host.Uploads, host.Submissions, host.Objects, host.Time, kept);
        await kept.OfAsync(TournamentId.Classic);

        using var traffic = new RoundTraffic();
        for (var upload = 0; upload < Uploads; upload++)
        {
            (await tournament.SubmitAsync(Models[0], 1, through: intake)).Require();
        }

        output.WriteLine(traffic.ToString());
        Assert.Equal(0, traffic.Of(ActorKinds.Governance, nameof(IGovernance.GetAsync)));
        Assert.Equal(Uploads, traffic.Of(ActorKinds.Schedule, nameof(ISchedule.GetAsync)));
        Assert.Equal(5 * Uploads, traffic.All);
    }
}

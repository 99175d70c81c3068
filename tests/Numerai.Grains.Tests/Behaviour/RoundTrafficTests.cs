using Numerai.Grains.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Participants;
using Numerai.Tournament.Scoring;
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
        (await host.Actors.Round(Round(1)).CloseAsync(early: true)).Require();
        for (var day = 1; day <= Days; day++)
        {
            (await tournament.PublishTargetAsync(1, day)).Require();
        }

        (await host.Actors.Round(Round(1)).ResolveAsync()).Require();

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
}

using Numerai.Grains.Streams;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Tournament.Actors;
using Orleans.Serialization.TypeSystem;

namespace Numerai.Grains.Tests.Placement;

/// <summary>The grains that listen to the event streams are shared by the silos, also those that came after they had begun.</summary>
public sealed class EventFeedPlacementTests
{
    private static readonly string[] _kinds = [RuntimeTypeNameFormatter.Format(typeof(EventFeedGrain))];
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Every_silo_of_a_new_cluster_has_its_share_of_the_feeds()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);

        await SpreadAsync(host);
    }

    [Fact]
    public async Task Feeds_move_to_silos_that_come_later_and_away_from_those_that_die()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 1);
        await SpreadAsync(host);
        await host.JoinAsync();
        await SpreadAsync(host);
        await host.JoinAsync();
        await SpreadAsync(host);

        await host.KillAsync(host.Silos[1]);
        await SpreadAsync(host);
    }

    /// <summary>Watches as silos do, again and again, until each silo has feeds and none is missing.</summary>
    private static async Task SpreadAsync(ClusterTournamentHost host)
    {
        var watcher = host.Grains.CreateObjectReference<IEventWatcher>(new Deaf());
        using var timer = new PeriodicTimer(_again);
        do
        {
            await Task.WhenAll(ActorKinds.Publishing.Select(kind => host.Grains.GetGrain<IEventFeedGrain>(kind).WatchAsync(watcher)));
            var feeds = await host.Management.GetDetailedGrainStatistics(_kinds);
            if (feeds.Length == ActorKinds.Publishing.Count && feeds.DistinctBy(feed => feed.SiloAddress).Count() == host.Silos.Count)
            {
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken));
    }

    private sealed class Deaf : IEventWatcher
    {
        public Task EventsArrivedAsync(string kind, int count) => Task.CompletedTask;
    }
}

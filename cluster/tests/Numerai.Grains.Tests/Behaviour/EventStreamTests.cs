using Microsoft.Extensions.DependencyInjection;
using Numerai.Grains.Actors;
using Numerai.Grains.Streams;
using Numerai.Local.Tests.Behaviour;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Events reach every silo, not only the one they happened on.</summary>
public sealed class EventStreamTests
{
    [Fact]
    public async Task A_watcher_on_every_silo_hears_of_a_round_that_opens_on_one_of_them()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        var watchers = await WatchAsync(host);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();

        await tournament.OpenAsync(1);

        var kinds = await Task.WhenAll(watchers.Select(watcher => watcher.Heard)).WaitAsync(TestContext.Current.CancellationToken);
        Assert.All(kinds, kind => Assert.Equal(ActorKinds.Round, kind));
    }

    [Fact]
    public async Task Watchers_that_come_again_hear_of_events_after_a_silo_was_killed()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await host.KillAsync(host.Silos[^1]);
        var watchers = await WatchAsync(host);

        await tournament.OpenAsync(1);

        Assert.All(await Task.WhenAll(watchers.Select(watcher => watcher.Heard)), kind => Assert.Equal(ActorKinds.Round, kind));
    }

    private static async Task<List<Watcher>> WatchAsync(ClusterTournamentHost host)
    {
        var watchers = new List<Watcher>();
        foreach (var silo in host.Silos)
        {
            var grains = silo.ServiceProvider.GetRequiredService<IGrainFactory>();
            var watcher = new Watcher();
            watchers.Add(watcher);
            await grains.GetGrain<IEventFeedGrain>(ActorKinds.Round).WatchAsync(grains.CreateObjectReference<IEventWatcher>(watcher));
        }

        return watchers;
    }

    private sealed class Watcher : IEventWatcher
    {
        private readonly TaskCompletionSource<string> _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Heard => _heard.Task;

        public Task EventsArrivedAsync(string kind, int count)
        {
            _heard.TrySetResult(kind);
            return Task.CompletedTask;
        }
    }
}

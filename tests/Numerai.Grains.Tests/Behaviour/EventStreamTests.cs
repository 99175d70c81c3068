using Microsoft.Extensions.DependencyInjection;
using Numerai.Contracts;
using Numerai.Grains.Streams;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Treasury;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>
/// Events reach every silo, not only the one they happened on. A stream may lose what a dying silo held, and a watcher that does not come
/// again is forgotten, so watchers here do as those of the silos: they come again, and hear of what happens next.
/// </summary>
public sealed class EventStreamTests
{
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Watchers_on_every_silo_hear_of_what_happens_on_one_of_them()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);

        Assert.All(await HeardAsync(host), kind => Assert.Equal(ActorKinds.Treasury, kind));
    }

    [Fact]
    public async Task Watchers_that_come_again_hear_of_events_after_a_silo_was_killed()
    {
        await using var host = await ClusterTournamentHost.StartAsync(silos: 3);
        await HeardAsync(host);
        await host.KillAsync(host.Silos[^1]);

        Assert.All(await HeardAsync(host), kind => Assert.Equal(ActorKinds.Treasury, kind));
    }

    /// <summary>Mints again and again until a new watcher on each silo has heard of it.</summary>
    private static async Task<string[]> HeardAsync(ClusterTournamentHost host)
    {
        var watchers = host.Silos.Select(
            silo => (Grains: silo.ServiceProvider.GetRequiredService<IGrainFactory>(), Watcher: new Watcher())).ToList();
        var references = watchers.Select(watching => watching.Grains.CreateObjectReference<IEventWatcher>(watching.Watcher)).ToList();
        var heard = Task.WhenAll(watchers.Select(watching => watching.Watcher.Heard));
        using var timer = new PeriodicTimer(_again);
        do
        {
            foreach (var (reference, grains) in references.Zip(watchers.Select(watching => watching.Grains)))
            {
                await grains.GetGrain<IEventFeedGrain>(ActorKinds.Treasury).WatchAsync(reference);
            }

            (await host.Actors.Treasury().MintAsync(new Mint(Guid.CreateVersion7().ToString(), Nmr.FromNmr(1)))).Require();
        }
        while (await Task.WhenAny(heard, timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask()) != heard);
        return await heard;
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

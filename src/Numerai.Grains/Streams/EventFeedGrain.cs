using Microsoft.Extensions.Logging;
using Numerai.Grains.Placement;
using Orleans.Concurrency;
using Orleans.Streams;
using Orleans.Streams.Core;
using Orleans.Utilities;

namespace Numerai.Grains.Streams;

/// <summary>
/// The cluster's one listener to the stream of its key; it wakes a watcher on every silo. Watchers live in memory: after its silo's death
/// it starts without any, and they come again within <see cref="Watch"/>. Feeds are spread over the silos by their keys. The first silo of
/// a cluster begins with all of them, and they never rest, so each moves by itself when silos have come or gone.
/// </summary>
[GrainType("event-feed")]
[ImplicitStreamSubscription(EventStreams.Namespace)]
[ShardPlacement]
[Reentrant]
public sealed class EventFeedGrain(IGrainContext context, ILocalSiloDetails silo, ISiloStatusOracle silos, ILogger<EventFeedGrain> logger)
    : IEventFeedGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<StreamedEvent>, IGrainBase
{
    private readonly ObserverManager<IEventWatcher> _watchers = new(Watch, logger);

    /// <summary>How long a watcher is kept.</summary>
    public static TimeSpan Watch { get; } = TimeSpan.FromSeconds(15);

    public IGrainContext GrainContext => context;

    public Task WatchAsync(IEventWatcher watcher)
    {
        _watchers.Subscribe(watcher, watcher);
        if (IsElsewhere())
        {
            this.MigrateOnIdle();
        }

        return Task.CompletedTask;
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<StreamedEvent>().ResumeAsync(this);

    public Task OnNextAsync(IList<SequentialItem<StreamedEvent>> items) =>
        _watchers.Notify(watcher => watcher.EventsArrivedAsync(context.GrainId.Key.ToString()!, items.Count));

    public Task OnErrorAsync(Exception ex)
    {
        logger.LogWarning(ex, "The stream of {Kind} events broke off; watchers look for themselves until it is back.", context.GrainId.Key);
        return Task.CompletedTask;
    }

    /// <summary>Whether its place is another silo by now. A silo that is leaving moves its grains by itself.</summary>
    private bool IsElsewhere()
    {
        var active = silos.GetActiveSilos();
        return active.Contains(silo.SiloAddress) && !ShardPlacementDirector.Pick(context.GrainId, active).Equals(silo.SiloAddress);
    }
}

using Orleans.Concurrency;

namespace Numerai.Grains.Streams;

/// <summary>Hears that there are new events of some kind.</summary>
[Alias("numerai.event-watcher")]
public interface IEventWatcher : IGrainObserver
{
    [OneWay]
    Task EventsArrivedAsync(string kind, int count);
}

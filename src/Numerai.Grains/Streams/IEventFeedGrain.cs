namespace Numerai.Grains.Streams;

/// <summary>Listens to one event stream for whoever watches it. Its key is the kind of actor.</summary>
[Alias("numerai.event-feed")]
public interface IEventFeedGrain : IGrainWithStringKey
{
    /// <summary>
    /// Keeps a watcher for <see cref="EventFeedGrain.Watch"/>; call again before that is over, since the feed forgets whoever does not.
    /// </summary>
    Task WatchAsync(IEventWatcher watcher);
}

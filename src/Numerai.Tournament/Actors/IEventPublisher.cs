namespace Numerai.Tournament.Actors;

/// <summary>
/// Takes events out of outboxes. It is called at least once for each event and must make the second time a no-op: per source it
/// remembers the last sequence applied and skips what is not newer.
/// </summary>
public interface IEventPublisher
{
    Task PublishAsync(string source, IReadOnlyList<OutboxEntry> entries);
}

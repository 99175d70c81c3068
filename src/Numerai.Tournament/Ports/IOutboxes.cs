namespace Numerai.Tournament.Ports;

/// <summary>The outboxes of actors, wherever they are.</summary>
public interface IOutboxes
{
    /// <summary>Has an actor publish what waits in its outbox.</summary>
    /// <param name="source">Its name in events, such as "round/8/123".</param>
    Task PublishPendingAsync(string source);
}

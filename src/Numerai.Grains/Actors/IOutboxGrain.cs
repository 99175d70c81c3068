namespace Numerai.Grains.Actors;

/// <summary>An actor with an outbox.</summary>
[Alias("numerai.outbox")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Publishes what waits; does nothing when nothing does.</summary>
    Task PublishPendingAsync();
}

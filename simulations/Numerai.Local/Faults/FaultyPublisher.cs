using Numerai.Tournament.Actors;

namespace Numerai.Local.Faults;

/// <summary>A publisher that fails by plan.</summary>
internal sealed class FaultyPublisher(IEventPublisher publisher, FaultPlan plan) : IEventPublisher
{
    public Task PublishAsync(string source, IReadOnlyList<OutboxEntry> entries) => plan.ApplyAsync(
        FaultPoint.Publish,
        source,
        async () =>
        {
            await publisher.PublishAsync(source, entries);
            return true;
        });
}

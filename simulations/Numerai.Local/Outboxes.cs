using System.Collections.Concurrent;
using Numerai.Local.Actors;
using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;

namespace Numerai.Local;

/// <summary>
/// Sees to it that every event leaves its outbox. An actor publishes with its next command or when it comes to life; for actors that
/// nobody calls, the host brings those to life that have something left to say.
/// </summary>
internal sealed class Outboxes(IEventPublisher publisher) : IEventPublisher
{
    private readonly ConcurrentDictionary<string, bool> _behind = new(StringComparer.Ordinal);

    /// <summary>Whether events wait in the outbox of an actor of this process.</summary>
    public bool Any => !_behind.IsEmpty;

    public async Task PublishAsync(string source, IReadOnlyList<OutboxEntry> entries)
    {
        // Noted first: whatever happens from here on, it is either published or still noted.
        _behind[source] = true;
        await publisher.PublishAsync(source, entries);
        _behind.TryRemove(source, out _);
    }

    /// <summary>Notes what an earlier process left unpublished.</summary>
    public async Task FindAsync(IActorRows rows, TournamentEvents events)
    {
        var applied = await events.AppliedAsync();
        foreach (var head in await rows.HeadsAsync())
        {
            if (head.NextSequence - 1 > applied.GetValueOrDefault(head.Source))
            {
                _behind[head.Source] = true;
            }
        }
    }

    /// <summary>Reads again every actor that is behind, which makes it publish.</summary>
    public async Task PublishAgainAsync(ActorRuntime runtime, IReadOnlyDictionary<string, ActorKind> kinds)
    {
        foreach (var source in _behind.Keys.Order(StringComparer.Ordinal))
        {
            var separator = source.IndexOf('/', StringComparison.Ordinal);
            if (kinds.TryGetValue(source[..separator], out var kind))
            {
                await runtime.Slot(kind, source[(separator + 1)..]).RunAsync(async slot =>
                {
                    slot.Deactivate();
                    await slot.ActivateAsync();
                });
            }
        }
    }
}

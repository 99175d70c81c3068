using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Numerai.Tournament.Actors;

/// <summary>
/// The frame all actors share: read, decide, persist, publish. It knows no host; a host gives it storage and takes care that one turn
/// runs at a time.
/// </summary>
public abstract class Actor<TState>
    where TState : class
{
    private readonly IActorStorage<Persisted<TState>> _storage;
    private readonly ActorServices _services;
    private long _published;
    private int _continuation;
    private Job<bool>? _publishing;

    protected Actor(string kind, string key, IActorStorage<Persisted<TState>> storage, ActorServices services)
    {
        Key = key;
        Source = $"{kind}/{key}";
        _storage = storage;
        _services = services;
    }

    protected string Key { get; }

    /// <summary>Name of this actor in events: its kind and key.</summary>
    protected string Source { get; }

    protected ActorServices Services => _services;

    protected DateTimeOffset Now => _services.Time.GetUtcNow();

    /// <summary>Null until the actor was first written to.</summary>
    protected TState? State => _storage.Value?.State;

    /// <summary>Sequence of the last event it has decided, published or not; 0 when there is none.</summary>
    protected long LastSequence => (_storage.Value?.NextSequence ?? 1) - 1;

    /// <summary>Called by the host before the first turn: what a crash left unpublished goes out now.</summary>
    public virtual Task ActivateAsync() => PublishAsync();

    protected async Task<Outcome<TValue>> DecideAsync<TValue>(Func<TState?, DateTimeOffset, Decision<TState, TValue>> decide)
    {
        var decision = decide(State, Now);
        if (decision.Next is not null)
        {
            await CommitAsync(decision.Next, decision.Events);
        }

        return At(decision.Outcome);
    }

    /// <summary>Takes over what storage holds by now; see <see cref="IActorStorage{TState}.ReadAsync"/>.</summary>
    protected Task ReadAsync() => _storage.ReadAsync();

    /// <summary>
    /// An answer with how far this actor is by now. Deciding gives it to what was decided; a command that is answered by looking gives it
    /// itself, so that repeated ones have it too.
    /// </summary>
    protected Outcome<TValue> At<TValue>(Outcome<TValue> outcome) => outcome.After(new EventPosition(Source, LastSequence).ToString());

    /// <summary>
    /// Writes the state with the new events in one row, then publishes. A publisher that fails does not undo the command.
    /// </summary>
    protected async Task CommitAsync(TState next, ImmutableArray<TournamentEvent> events)
    {
        await WriteAsync(next, events);
        await PublishAsync();
    }

    private async Task WriteAsync(TState next, ImmutableArray<TournamentEvent> events)
    {
        var current = _storage.Value;
        var sequence = current?.NextSequence ?? 1;
        var outbox = (current?.Outbox ?? []).RemoveAll(entry => entry.Sequence <= _published);
        foreach (var tournamentEvent in events)
        {
            outbox = outbox.Add(new OutboxEntry(sequence, Now, tournamentEvent));
            sequence++;
        }

        await _storage.WriteAsync(new Persisted<TState>(1, next, sequence, outbox));
    }

    /// <summary>
    /// Publishes what waits in the outbox, or fails with what the publisher failed with. For answers that others build published entries
    /// on: the caller asks again, is answered the same, and then the events are out.
    /// </summary>
    protected async Task PublishedAsync()
    {
        var pending = _storage.Value?.Outbox.Where(entry => entry.Sequence > _published).ToList();
        if (pending is { Count: > 0 })
        {
            await _services.Publisher.PublishAsync(Source, pending);
            _published = pending[^1].Sequence;
        }
    }

    /// <summary>Decides, and answers only when everything that the actor has decided so far is published.</summary>
    protected async Task<Outcome<TValue>> DecidePublishedAsync<TValue>(Func<TState?, DateTimeOffset, Decision<TState, TValue>> decide)
    {
        var outcome = await DecideAsync(decide);
        await PublishedAsync();
        return outcome;
    }

    /// <summary>Like <see cref="CommitAsync"/>, for events that take long to publish: they wait in the row.</summary>
    protected async Task CommitQuietlyAsync<TValue>(Func<TState?, DateTimeOffset, Decision<TState, TValue>> decide)
    {
        if (decide(State, Now) is { Next: { } next } decision)
        {
            await WriteAsync(next, decision.Events);
        }
    }

    /// <summary>
    /// Runs a turn of this actor after the present one; the last one asked for is the one that runs. It may be lost with this activation.
    /// </summary>
    protected void Continue(Func<Task> turn, TimeSpan after = default)
    {
        var number = ++_continuation;
        _services.Continuations.Continue(this, Source, () => number == _continuation ? turn() : Task.CompletedTask, after);
    }

    /// <summary>Publishes beside the turns what waits in the outbox.</summary>
    /// <returns>False when it is not done yet; asked again, the publishing that is under way is waited for.</returns>
    protected async Task<bool> PublishedWithinAsync(TimeSpan patience)
    {
        if (_storage.Value?.Outbox.Where(entry => entry.Sequence > _published).ToList() is not { Count: > 0 } pending)
        {
            return true;
        }

        var last = pending[^1].Sequence;
        _publishing ??= new Job<bool>(_services, this);
        var (done, _) = await _publishing.AskAsync(last, () => PublishAsync(pending), patience);
        _published = done ? Math.Max(_published, last) : _published;
        return done;
    }

    private async Task<bool> PublishAsync(List<OutboxEntry> pending)
    {
        await _services.Publisher.PublishAsync(Source, pending);
        return true;
    }

    private async Task PublishAsync()
    {
        try
        {
            await PublishedAsync();
        }
#pragma warning disable CA1031 // Whatever the publisher throws, the events are safe in the row and go out with the next turn.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _services.Logger.LogWarning(fault, "{Source} could not publish its events; they stay in its outbox.", Source);
        }
    }
}

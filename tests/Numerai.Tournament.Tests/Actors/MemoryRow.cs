using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Tests.Actors;

/// <summary>An actor's row in memory, with how often it was written.</summary>
internal sealed class MemoryRow<TState>(TState? state) : IActorStorage<Persisted<TState>>
    where TState : class
{
    public Persisted<TState>? Value { get; private set; } = state is null ? null : new Persisted<TState>(1, state, 1, []);

    public int Writes { get; private set; }

    public TState? State => Value?.State;

    public Task WriteAsync(Persisted<TState> next)
    {
        (Value, Writes) = (next, Writes + 1);
        return Task.CompletedTask;
    }

    public Task ReadAsync() => Task.CompletedTask;
}

using System.Collections.Immutable;

namespace Numerai.Tournament.Actors;

/// <summary>What is stored of an actor: its state and, in the same row, the events that others still have to hear of.</summary>
/// <param name="Schema">Version of the stored shape of <typeparamref name="TState"/>.</param>
/// <param name="NextSequence">Sequence of the next event; sequences start at 1 and have no gaps.</param>
public sealed record Persisted<TState>(int Schema, TState State, long NextSequence, ImmutableList<OutboxEntry> Outbox) : IPersisted;

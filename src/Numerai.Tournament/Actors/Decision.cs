using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Actors;

/// <summary>
/// What a pure decision comes to: the answer, the state afterwards (null when it is unchanged: a refusal or a repeated command), and
/// the events that tell others.
/// </summary>
public sealed record Decision<TState, TValue>(Outcome<TValue> Outcome, TState? Next, ImmutableArray<TournamentEvent> Events)
    where TState : class
{
    public static implicit operator Decision<TState, TValue>(Refusal refusal) => new(refusal, null, []);

    public static Decision<TState, TValue> Unchanged(TValue value) => new(value, null, []);

    public static Decision<TState, TValue> Changed(TValue value, TState next, params ImmutableArray<TournamentEvent> events) =>
        new(value, next, events);
}

using Numerai.Tournament.Actors;

namespace Numerai.Storage.Actors;

/// <param name="Version">Number of writes so far.</param>
public sealed record ActorRow<TState>(long Version, Persisted<TState> Value)
    where TState : class;

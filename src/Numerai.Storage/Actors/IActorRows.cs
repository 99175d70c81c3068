using Numerai.Tournament.Actors;

namespace Numerai.Storage.Actors;

/// <summary>
/// The rows of actors. Every write names the version it replaces, so that of two activations of one actor (a bug, or a second
/// process) one is told instead of silently undoing the other.
/// </summary>
public interface IActorRows
{
    /// <summary>The row, or null when the actor was never written.</summary>
    Task<ActorRow<TState>?> ReadAsync<TState>(string kind, string key)
        where TState : class;

    /// <summary>Replaces the row of version <paramref name="expected"/> (0: there is none yet) and returns the new version.</summary>
    /// <exception cref="VersionConflictException">The row has another version; nothing was written.</exception>
    Task<long> WriteAsync<TState>(string kind, string key, long expected, Persisted<TState> next)
        where TState : class;

    /// <summary>Every row without its state, for a host that starts.</summary>
    Task<IReadOnlyList<ActorRowHead>> HeadsAsync();
}

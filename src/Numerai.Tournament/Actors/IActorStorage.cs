namespace Numerai.Tournament.Actors;

/// <summary>
/// One actor's row, as its host hands it over: already read, and written whole. A host gives each activation its own instance and one
/// turn at a time; a write that throws leaves it unknown what storage holds, so the host drops the activation and the next one reads.
/// </summary>
public interface IActorStorage<TState>
    where TState : class
{
    /// <summary>What storage holds, or null when nothing was ever written.</summary>
    TState? Value { get; }

    /// <summary>Replaces the row atomically; when it returns, the new value survives a crash.</summary>
    Task WriteAsync(TState next);

    /// <summary>
    /// Takes over what storage holds by now. An activation is the only one that writes its row, unless its process was frozen and another
    /// took its place: this is for answers that must not come from the memory of such a one.
    /// </summary>
    Task ReadAsync();
}

namespace Numerai.Local.Actors;

/// <summary>An actor that is alive.</summary>
internal sealed class Activation(object actor, ILocalStorage? storage)
{
    private readonly TaskCompletionSource _gone = new();

    public object Actor { get; } = actor;

    /// <summary>Completes when it is dropped.</summary>
    public Task Gone => _gone.Task;

    public void Drop() => _gone.TrySetResult();

    /// <summary>Whether a write has failed, so that nobody knows what the row holds and the actor must be read again.</summary>
    public bool Spoiled => storage?.Spoiled ?? false;
}

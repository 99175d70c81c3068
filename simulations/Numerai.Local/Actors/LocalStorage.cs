using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Actors;

/// <summary>One activation's row with the version it was read at.</summary>
internal sealed class LocalStorage<TState>(IActorRows rows, string kind, string key, ActorRow<TState>? row)
    : IActorStorage<Persisted<TState>>, ILocalStorage
    where TState : class
{
    private long _version = row?.Version ?? 0;
    private volatile Persisted<TState>? _value = row?.Value;

    public Persisted<TState>? Value => _value;

    public bool Spoiled { get; private set; }

    public async Task WriteAsync(Persisted<TState> next)
    {
        if (Spoiled)
        {
            throw new InvalidOperationException($"{kind}/{key} failed to write before; it writes again once it has been read again.");
        }

        try
        {
            _version = await rows.WriteAsync(kind, key, _version, next);
            _value = next;
        }
        catch
        {
            Spoiled = true;
            throw;
        }
    }

    public async Task ReadAsync()
    {
        var read = await rows.ReadAsync<TState>(kind, key);
        (_version, _value) = (read?.Version ?? 0, read?.Value);
    }
}

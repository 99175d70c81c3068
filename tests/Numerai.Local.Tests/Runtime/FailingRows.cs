using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Tests.Runtime;

/// <summary>Rows that fail a write when the test says so, before or after it was done.</summary>
internal sealed class FailingRows(IActorRows rows) : IActorRows
{
    public bool FailBefore { get; set; }

    public bool FailAfter { get; set; }

    public Task<ActorRow<TState>?> ReadAsync<TState>(string kind, string key)
        where TState : class => rows.ReadAsync<TState>(kind, key);

    public async Task<long> WriteAsync<TState>(string kind, string key, long expected, Persisted<TState> next)
        where TState : class
    {
        if (FailBefore)
        {
            throw new IOException("The disk is full.");
        }

        var version = await rows.WriteAsync(kind, key, expected, next);
        return FailAfter ? throw new IOException("The answer was lost.") : version;
    }

    public Task<IReadOnlyList<ActorRowHead>> HeadsAsync() => rows.HeadsAsync();
}

using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Faults;

/// <summary>Rows whose writes fail by plan.</summary>
internal sealed class FaultyActorRows(IActorRows rows, FaultPlan plan) : IActorRows
{
    public Task<ActorRow<TState>?> ReadAsync<TState>(string kind, string key)
        where TState : class => rows.ReadAsync<TState>(kind, key);

    public Task<long> WriteAsync<TState>(string kind, string key, long expected, Persisted<TState> next)
        where TState : class =>
        plan.ApplyAsync(FaultPoint.Write, $"{kind}/{key}", () => rows.WriteAsync(kind, key, expected, next));

    public Task<IReadOnlyList<ActorRowHead>> HeadsAsync() => rows.HeadsAsync();
}

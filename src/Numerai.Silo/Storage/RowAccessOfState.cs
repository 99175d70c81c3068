using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Silo.Storage;

/// <summary>Rows of one type of state.</summary>
internal sealed class RowAccessOfState<TState> : RowAccess<Persisted<TState>>
    where TState : class
{
    public override async Task ReadAsync(IActorRows rows, string kind, string key, IGrainState<Persisted<TState>> state)
    {
        var row = await rows.ReadAsync<TState>(kind, key);
        state.RecordExists = row is not null;
        state.State = row?.Value!;
        state.ETag = row is null ? null! : ActorRowGrainStorage.TagOf(row.Version);
    }

    public override async Task WriteAsync(IActorRows rows, string kind, string key, IGrainState<Persisted<TState>> state)
    {
        var version = await rows.WriteAsync(kind, key, ActorRowGrainStorage.VersionOf(state.ETag), state.State!);
        state.ETag = ActorRowGrainStorage.TagOf(version);
        state.RecordExists = true;
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Memory;

/// <summary>Actor rows in memory; they outlive a host that is given them, as a file would.</summary>
/// <param name="throughJson">
/// Whether each row is kept as its JSON, so that what JSON cannot carry shows. Otherwise the state itself is kept, which is safe because
/// states are immutable, and a hundred times faster.
/// </param>
public sealed class MemoryActorRows(bool throughJson) : IActorRows
{
    private readonly ConcurrentDictionary<(string Kind, string Key), Row> _rows = new();

    /// <inheritdoc/>
    public Task<ActorRow<TState>?> ReadAsync<TState>(string kind, string key)
        where TState : class
    {
        ActorRow<TState>? row = null;
        if (_rows.TryGetValue((kind, key), out var stored))
        {
            var value = stored.Value is byte[] json ? StoredJson.Read<Persisted<TState>>(json) : (Persisted<TState>)stored.Value;
            row = new ActorRow<TState>(stored.Version, value);
        }

        return Task.FromResult(row);
    }

    /// <inheritdoc/>
    public Task<long> WriteAsync<TState>(string kind, string key, long expected, Persisted<TState> next)
        where TState : class
    {
        var row = new Row(expected + 1, next.NextSequence, throughJson ? StoredJson.Write(next) : next);
        var written = expected == 0
            ? _rows.TryAdd((kind, key), row)
            : _rows.TryGetValue((kind, key), out var current) && current.Version == expected && _rows.TryUpdate((kind, key), row, current);
        return written
            ? Task.FromResult(row.Version)
            : Task.FromException<long>(new VersionConflictException(kind, key, expected));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ActorRowHead>> HeadsAsync() => Task.FromResult<IReadOnlyList<ActorRowHead>>(
    [
        .. _rows.Select(row => new ActorRowHead(row.Key.Kind, row.Key.Key, row.Value.Version, row.Value.NextSequence))
            .OrderBy(head => head.Kind, StringComparer.Ordinal)
            .ThenBy(head => head.Key, StringComparer.Ordinal),
    ]);

    /// <summary>Every row as its JSON, in order of kind and key, for a checkpoint.</summary>
    public IReadOnlyList<MemoryActorRow> Export() =>
    [
        .. _rows.OrderBy(row => row.Key.Kind, StringComparer.Ordinal).ThenBy(row => row.Key.Key, StringComparer.Ordinal)
            .Select(row => new MemoryActorRow(
                row.Key.Kind, row.Key.Key, row.Value.Version, row.Value.NextSequence, row.Value.Value as byte[]
                    ?? JsonSerializer.SerializeToUtf8Bytes(row.Value.Value, row.Value.Value.GetType(), StoredJson.Options))),
    ];

    /// <summary>Puts rows of a checkpoint in place; whatever is there under their keys is replaced.</summary>
    public void Import(IEnumerable<MemoryActorRow> rows)
    {
        foreach (var row in rows)
        {
            _rows[(row.Kind, row.Key)] = new Row(row.Version, row.NextSequence, row.Json);
        }
    }

    /// <summary>Drops a row: a simulation keeps nothing of rounds that are over.</summary>
    public void Forget(string kind, string key) => _rows.TryRemove((kind, key), out _);

    private sealed record Row(long Version, long NextSequence, object Value);
}

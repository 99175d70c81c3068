using System.Data.Common;
using System.Text;
using Dapper;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Actors;

/// <summary>Actor rows as JSON in one table.</summary>
public sealed class SqlActorRows(IDatabase database) : IActorRows
{
    private const string Select = "SELECT version AS Version, json AS Json FROM actor_rows WHERE kind = @kind AND key = @key";

    private const string Insert = """
        INSERT INTO actor_rows (kind, key, version, next_sequence, json) VALUES (@kind, @key, 1, @nextSequence, @json)
        ON CONFLICT (kind, key) DO NOTHING
        """;

    private const string Update = """
        UPDATE actor_rows SET version = version + 1, next_sequence = @nextSequence, json = @json
        WHERE kind = @kind AND key = @key AND version = @expected
        """;

    private const string SelectHeads = """
        SELECT kind AS Kind, key AS Key, version AS Version, next_sequence AS NextSequence FROM actor_rows ORDER BY kind, key
        """;

    /// <inheritdoc/>
    public async Task<ActorRow<TState>?> ReadAsync<TState>(string kind, string key)
        where TState : class
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(Select, new { kind, key }));
        return row is null ? null : new ActorRow<TState>(row.Version, StoredJson.Read<Persisted<TState>>(Encoding.UTF8.GetBytes(row.Json)));
    }

    /// <inheritdoc/>
    public Task<long> WriteAsync<TState>(string kind, string key, long expected, Persisted<TState> next)
        where TState : class
    {
        var json = Encoding.UTF8.GetString(StoredJson.Write(next));
        return database.WriteAsync(connection => WriteAsync(connection, kind, key, expected, next.NextSequence, json));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ActorRowHead>> HeadsAsync() =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<ActorRowHead>(SelectHeads))];

    private static async Task<long> WriteAsync(
        DbConnection connection, string kind, string key, long expected, long nextSequence, string json)
    {
        var written = await connection.ExecuteAsync(expected == 0 ? Insert : Update, new { kind, key, expected, nextSequence, json });
        return written == 1 ? expected + 1 : throw new VersionConflictException(kind, key, expected);
    }

    private sealed class Row
    {
        public long Version { get; init; }

        public string Json { get; init; } = string.Empty;
    }
}

using Dapper;
using Numerai.Storage.Files;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Postgres;

/// <summary>Stored objects as rows, reachable from every process of a cluster.</summary>
public sealed class PostgresObjectStore(IDatabase database) : IObjectStore
{
    private const string Insert = """
        INSERT INTO objects (name, sha256, length, content) VALUES (@name, @sha256, @length, @content) ON CONFLICT (name) DO NOTHING
        """;

    private const string SelectReference = "SELECT name AS Name, sha256 AS Sha256, length AS Length FROM objects WHERE name = @name";

    private const string SelectContent = "SELECT content FROM objects WHERE name = @name";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name breaks <see cref="StoredNames"/>.</exception>
    public async Task<ObjectReference> PutAsync(string name, ReadOnlyMemory<byte> content)
    {
        if (StoredNames.Check(name) is { } sentence)
        {
            throw new ArgumentException(sentence, nameof(name));
        }

        var reference = new ObjectReference(name, FileHash.Of(content.Span), content.Length);
        var written = await database.WriteAsync(connection => connection.ExecuteAsync(
            Insert, new { name, sha256 = reference.Sha256, length = reference.Length, content = content.ToArray() }));
        return written == 1 || (await FindAsync(name))?.Sha256 == reference.Sha256 ? reference : throw ObjectRules.Taken(name);
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetAsync(ObjectReference reference)
    {
        var content = await database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<byte[]?>(SelectContent, new { name = reference.Name })) ?? throw ObjectRules.Missing(reference);
        return FileHash.Of(content) == reference.Sha256 ? content : throw ObjectRules.Changed(reference);
    }

    /// <inheritdoc/>
    public Task<ObjectReference?> FindAsync(string name) => database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<ObjectReference?>(SelectReference, new { name }));
}

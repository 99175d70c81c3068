using Dapper;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Governance;

/// <summary>Keys of actors by their rows' primary key.</summary>
public sealed class SqlActorDirectory(IDatabase database) : IActorDirectory
{
    private const string Select = "SELECT key FROM actor_rows WHERE kind = @kind AND key > @after ORDER BY key LIMIT @limit";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> KeysAsync(string kind, string? after, int limit) =>
        [
            .. await database.ReadAsync(
                connection => connection.QueryAsync<string>(Select, new { kind, after = after ?? string.Empty, limit }))];
}

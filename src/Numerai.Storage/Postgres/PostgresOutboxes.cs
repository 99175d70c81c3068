using Dapper;

namespace Numerai.Storage.Postgres;

/// <summary>
/// Finds actors that have said something nobody has heard yet: their process died, or the tables could not be written. An actor
/// publishes with its next command, but nobody may call it for weeks.
/// </summary>
public sealed class PostgresOutboxes(IDatabase database)
{
    private const string SelectBehind = """
        SELECT kind || '/' || key FROM actor_rows LEFT JOIN event_sources ON source = kind || '/' || key
        WHERE next_sequence - 1 > coalesce(sequence, 0) ORDER BY 1
        """;

    /// <summary>Names as in events, such as "round/8/123".</summary>
    public async Task<IReadOnlyList<string>> FindBehindAsync() =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<string>(SelectBehind))];
}

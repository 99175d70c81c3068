using Dapper;

namespace Numerai.Storage.Events;

/// <summary>
/// Finds actors that have said something nobody has heard yet: their process died, or the tables could not be written. An actor
/// publishes with its next command, but nobody may call it for weeks. The database keeps count of what is to come as it writes rows, so
/// that this reads the few that are behind and not all actors.
/// </summary>
internal sealed class SqlOutboxes(IDatabase database)
{
    /// <summary>How many are found at a time; the next look finds the others, once these are heard.</summary>
    private const int Most = 1000;

    internal const string SelectBehind =
        "SELECT source FROM event_sources WHERE expected > sequence ORDER BY source LIMIT @most";

    /// <summary>Names as in events, such as "round/8/123".</summary>
    public async Task<IReadOnlyList<string>> FindBehindAsync() =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<string>(SelectBehind, new { most = Most }))];
}

using Dapper;

namespace Numerai.Storage.Events;

/// <summary>
/// Finds actors that have said something nobody has heard yet: their process died, or the tables could not be written. An actor
/// publishes with its next command, but nobody may call it for weeks. The database keeps count of what is to come as it writes rows, so
/// that this reads the few that are behind and not all actors.
/// </summary>
internal sealed class SqlOutboxes(IDatabase database)
{
    private const int Page = 1000;

    internal const string SelectBehind =
        "SELECT source FROM event_sources WHERE expected > sequence AND source > @after ORDER BY source LIMIT @page";

    /// <summary>Names as in events, such as "round/8/123".</summary>
    public async Task<IReadOnlyList<string>> FindBehindAsync()
    {
        var found = new List<string>();
        int before;
        do
        {
            before = found.Count;
            var after = before == 0 ? string.Empty : found[^1];
            found.AddRange(await database.ReadAsync(connection => connection.QueryAsync<string>(SelectBehind, new { after, page = Page })));
        }
        while (found.Count - before == Page);
        return found;
    }
}

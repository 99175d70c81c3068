using System.Runtime.CompilerServices;
using System.Text;
using Dapper;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Events;

/// <summary>
/// The feed of applied events. A subscriber reads the table from where it stands and then waits to be told of more, so that a slow one
/// holds nothing in memory and none misses anything.
/// </summary>
public sealed class TournamentEvents(IDatabase database)
{
    private const int BatchSize = 200;

    private const string Select = """
        SELECT position AS Position, source AS Source, sequence AS Sequence, time AS Time, event AS Event
        FROM events WHERE position > @after ORDER BY position LIMIT @limit
        """;

    private const string SelectLast = "SELECT coalesce(max(position), 0) FROM events";

    private const string SelectApplied = "SELECT source AS Source, sequence AS Sequence FROM event_sources WHERE sequence > 0";

    private const string SelectReach =
        "SELECT sequence AS Applied, expected AS Expected FROM event_sources WHERE source = @source";

    private TaskCompletionSource _more = NewSignal();

    /// <summary>The position of the newest event, 0 when there is none.</summary>
    public Task<long> LastPositionAsync() => database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(SelectLast));

    /// <summary>The sequence up to which each source's events have been applied.</summary>
    public async Task<IReadOnlyDictionary<string, long>> AppliedAsync()
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<SourceRow>(SelectApplied));
        return rows.ToDictionary(row => row.Source, row => row.Sequence, StringComparer.Ordinal);
    }

    /// <summary>How far each of a few sources is; sources that have never said anything are left out.</summary>
    public Task<Dictionary<string, SourceReach>> ReachAsync(IReadOnlyCollection<string> sources) => database.ReadAsync(async connection =>
    {
        var found = new Dictionary<string, SourceReach>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (await connection.QueryFirstOrDefaultAsync<SourceReach>(SelectReach, new { source }) is { } reach)
            {
                found[source] = reach;
            }
        }

        return found;
    });

    /// <summary>Ends when there may be more than now. Take it, look, and then wait for it, so that nothing slips in between.</summary>
    public Task MoreAsync() => Volatile.Read(ref _more).Task;

    /// <summary>At most <paramref name="limit"/> events after a position, oldest first; empty when there are no newer ones.</summary>
    public async Task<IReadOnlyList<PublishedEvent>> ReadAsync(long after, int limit)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<EventRow>(Select, new { after, limit }));
        return [.. rows.Select(row => row.ToEvent())];
    }

    /// <summary>All events after a position, oldest first, and then each new one as it is applied, until cancelled.</summary>
    public async IAsyncEnumerable<PublishedEvent> SubscribeAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            // The signal is taken before the table is read, so that what is applied in between is not waited for.
            var more = MoreAsync();
            var batch = await ReadAsync(after, BatchSize);
            foreach (var published in batch)
            {
                yield return published;
                after = published.Position;
            }

            if (batch.Count == 0)
            {
                await more.WaitAsync(cancellation);
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Wakes the subscribers, who then look for what is new; also called when another process has applied events.</summary>
    public void Announce() => Interlocked.Exchange(ref _more, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class SourceRow
    {
        public string Source { get; init; } = string.Empty;

        public long Sequence { get; init; }
    }

    private sealed class EventRow
    {
        public long Position { get; init; }

        public string Source { get; init; } = string.Empty;

        public long Sequence { get; init; }

        public string Time { get; init; } = string.Empty;

        public string Event { get; init; } = string.Empty;

        public PublishedEvent ToEvent() => new(
            Position, Source, Sequence, StoredTime.Read(Time), StoredJson.Read<TournamentEvent>(Encoding.UTF8.GetBytes(Event)));
    }
}

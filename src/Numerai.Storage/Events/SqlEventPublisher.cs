using System.Data.Common;
using System.Text;
using Dapper;
using Numerai.Storage.Projections;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Events;

/// <summary>
/// Applies events to the tables that people read. A batch is one transaction with the mark of how far its source has come, so an event
/// is applied exactly once however often it is published.
/// </summary>
public sealed class SqlEventPublisher(IDatabase database, IObjectStore objects, TournamentEvents feed) : IEventPublisher
{
    private const string SelectSequence = "SELECT coalesce(max(sequence), 0) FROM event_sources WHERE source = @source";

    private const string SetSequence = """
        INSERT INTO event_sources (source, sequence) VALUES (@source, @sequence)
        ON CONFLICT (source) DO UPDATE SET sequence = excluded.sequence
        """;

    private const string InsertEvent =
        "INSERT INTO events (source, sequence, time, event) VALUES (@source, @sequence, @time, @json)";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Events between the last applied one and these are missing.</exception>
    public async Task PublishAsync(string source, IReadOnlyList<OutboxEntry> entries)
    {
        var applied = await database.ReadAsync(connection => SequenceAsync(connection, source));
        var pending = new List<Projection>();
        foreach (var entry in entries.Where(entry => entry.Sequence > applied))
        {
            // Referenced objects are loaded before the transaction, which waits for nothing but its statements.
            pending.Add(new Projection(entry, await ProjectionContent.LoadAsync(entry.Event, objects)));
        }

        if (pending.Count > 0)
        {
            await database.WriteAsync(connection => ApplyAsync(connection, source, pending));
            feed.Announce();
        }
    }

    private static async Task<int> ApplyAsync(DbConnection connection, string source, List<Projection> pending)
    {
        var applied = await SequenceAsync(connection, source);
        var tables = new ProjectionTables(connection);
        foreach (var projection in pending.Where(projection => projection.Entry.Sequence > applied))
        {
            var entry = projection.Entry;
            if (entry.Sequence != applied + 1)
            {
                throw new InvalidOperationException(
                    $"{source} published event {entry.Sequence} after event {applied}: the events between are missing from its outbox.");
            }

            applied = entry.Sequence;
            var json = Encoding.UTF8.GetString(StoredJson.Write(entry.Event));
            await connection.ExecuteAsync(
                InsertEvent, new { source, sequence = entry.Sequence, time = StoredTime.Write(entry.Time), json });
            await EventProjector.ApplyAsync(tables, projection);
        }

        return await connection.ExecuteAsync(SetSequence, new { source, sequence = applied });
    }

    private static Task<long> SequenceAsync(DbConnection connection, string source) =>
        connection.ExecuteScalarAsync<long>(SelectSequence, new { source });
}

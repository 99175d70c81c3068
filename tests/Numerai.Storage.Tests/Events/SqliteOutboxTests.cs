using Dapper;
using Numerai.Storage.Actors;
using Numerai.Storage.Sqlite;
using Numerai.Tournament.Actors;

namespace Numerai.Storage.Tests.Events;

public sealed class SqliteOutboxTests : OutboxSuite, IAsyncDisposable
{
    /// <summary>Undoes what schema 8 added.</summary>
    private const string Schema7 = """
        DROP TRIGGER outbox_made;
        DROP TRIGGER outbox_grew;
        DROP INDEX event_sources_behind;
        ALTER TABLE event_sources DROP COLUMN expected;
        PRAGMA user_version = 7;
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<TournamentStores> _stores;

    public SqliteOutboxTests() => _stores = new Lazy<TournamentStores>(() => SqliteStores.OpenFolder(_folder.Path));

    protected override TournamentStores Stores => _stores.Value;

    [Fact]
    public async Task What_an_earlier_version_left_unheard_is_found()
    {
        var options = new SqliteDatabaseOptions(_folder.File(SqliteStores.DatabaseName));
        await using (var database = SqliteDatabase.Open(options))
        {
            await database.WriteAsync(connection => connection.ExecuteAsync(Schema7));
            await new SqlActorRows(database).WriteAsync("box", "unheard", 0, new Persisted<Box>(1, new Box(1), 3, []));
            await new SqlActorRows(database).WriteAsync("box", "heard", 0, new Persisted<Box>(1, new Box(1), 3, []));
            await database.WriteAsync(connection => connection.ExecuteAsync(
                "INSERT INTO event_sources (source, sequence) VALUES ('box/heard', 2), ('box/unheard', 1)"));
        }

        Assert.Equal(["box/unheard"], await Stores.FindBehindAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_stores.IsValueCreated)
        {
            await Stores.DisposeAsync();
        }

        _folder.Dispose();
    }

    protected override async Task<string> PlanAsync(string query)
    {
        await using var database = SqliteDatabase.Open(new SqliteDatabaseOptions(_folder.File("plan.db")));
        return await database.ReadAsync(async connection =>
        {
            var steps = await connection.QueryAsync($"EXPLAIN QUERY PLAN {query}", new { after = "", page = 1 });
            return string.Join('\n', steps.Select(step => (string)step.detail));
        });
    }
}

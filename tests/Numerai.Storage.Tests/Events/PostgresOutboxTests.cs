using Dapper;
using Npgsql;
using Numerai.Storage.Postgres;
using Numerai.Storage.Tests.Postgres;

namespace Numerai.Storage.Tests.Events;

public sealed class PostgresOutboxTests(PostgresServer server) : OutboxSuite, IAsyncLifetime
{
    /// <summary>Undoes what schema 8 added.</summary>
    private const string Schema7 = """
        DROP TRIGGER outbox_made ON actor_rows;
        DROP TRIGGER outbox_grew ON actor_rows;
        DROP FUNCTION expect_events;
        ALTER TABLE event_sources DROP COLUMN expected;
        UPDATE schema_versions SET version = 7 WHERE component = 'platform';
        """;

    private readonly PostgresFixture _postgres = new(server);

    protected override TournamentStores Stores => _postgres.Stores;

    [Fact]
    public async Task What_a_silo_of_the_version_before_writes_while_the_database_is_migrated_is_not_forgotten()
    {
        var source = _postgres.Database.Source;
        await using var writer = await source.OpenConnectionAsync();
        await writer.ExecuteAsync(Schema7);
        await writer.ExecuteAsync("INSERT INTO actor_rows (kind, key, version, next_sequence, json) VALUES ('box', 'a', 1, 3, '{}')");
        await writer.ExecuteAsync("INSERT INTO event_sources (source, sequence) VALUES ('box/a', 2)");
        await using var transaction = await writer.BeginTransactionAsync();
        await writer.ExecuteAsync("UPDATE actor_rows SET next_sequence = 4 WHERE key = 'a'");

        var migration = PostgresMigrations.ApplyAsync(
            source, "platform", PostgresMigrations.EmbeddedIn(typeof(PostgresDatabase).Assembly, "postgres."));
        await WaitsForALockAsync(source);
        await transaction.CommitAsync();
        await migration;

        Assert.Equal(["box/a"], await Stores.FindBehindAsync());
    }

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    /// <remarks>A table of no rows is read whole unless that is made dear.</remarks>
    protected override async Task<string> PlanAsync(string query)
    {
        await using var connection = await _postgres.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("SET enable_seqscan = off; SET enable_bitmapscan = off");
        return string.Join('\n', await connection.QueryAsync<string>($"EXPLAIN {query}", new { after = "", page = 1 }));
    }

    /// <summary>The database tells when somebody waits; there is nothing that says so by itself.</summary>
    private static async Task WaitsForALockAsync(NpgsqlDataSource source)
    {
        const string Waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'actor_rows'::regclass";
        await using var connection = await source.OpenConnectionAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await connection.ExecuteScalarAsync<long>(Waiting) == 0)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}

using Dapper;
using Numerai.Storage.Postgres;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresDatabaseTests(PostgresServer server) : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(server);

    [Fact]
    public async Task Of_silos_that_start_together_one_makes_the_schema()
    {
        var fresh = await server.NewDatabaseAsync();

        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgresDatabase.OpenAsync(fresh)));

        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await _postgres.Database.Concurrent.WriteAsync(connection => connection.ExecuteAsync("UPDATE schema_versions SET version = 999"));

        var fault = await Assert.ThrowsAsync<DatabaseRefusedException>(() => PostgresDatabase.OpenAsync(_postgres.ConnectionString));

        Assert.Equal(DatabaseRefusedException.Unfit, fault.Code);
        Assert.Contains("version 999", fault.Message, StringComparison.Ordinal);
        Assert.Contains("start the newer program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_of_an_exclusive_lane_do_not_interleave()
    {
        var lane = _postgres.Database.Exclusive("counter");
        await lane.WriteAsync(connection => connection.ExecuteAsync("CREATE TABLE counter (value INTEGER)"));
        await lane.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO counter VALUES (0)"));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => lane.WriteAsync(async connection =>
        {
            var value = await connection.ExecuteScalarAsync<int>("SELECT value FROM counter");
            return await connection.ExecuteAsync("UPDATE counter SET value = @next", new { next = value + 1 });
        })));

        Assert.Equal(50, await lane.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT value FROM counter")));
    }

    [Fact]
    public async Task A_write_that_throws_has_not_happened()
    {
        var lane = _postgres.Database.Exclusive("submissions");
        await Assert.ThrowsAsync<InvalidOperationException>(() => lane.WriteAsync<int>(async connection =>
        {
            await connection.ExecuteAsync("INSERT INTO sealed_rounds (tournament, round) VALUES (8, 1)");
            throw new InvalidOperationException("no");
        }));

        Assert.Equal(0, await lane.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT count(*) FROM sealed_rounds")));
    }

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}

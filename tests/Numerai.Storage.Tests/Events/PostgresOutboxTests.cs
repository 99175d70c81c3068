using Dapper;
using Numerai.Storage.Tests.Postgres;

namespace Numerai.Storage.Tests.Events;

public sealed class PostgresOutboxTests(PostgresServer server) : OutboxSuite, IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new(server);

    protected override TournamentStores Stores => _postgres.Stores;

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    /// <remarks>A table of no rows is read whole unless that is made dear.</remarks>
    protected override async Task<string> PlanAsync(string query)
    {
        await using var connection = await _postgres.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("SET enable_seqscan = off; SET enable_bitmapscan = off");
        return string.Join('\n', await connection.QueryAsync<string>($"EXPLAIN {query}", new { most = 1 }));
    }
}

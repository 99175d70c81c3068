using Numerai.Storage.Postgres;
using Numerai.Storage.Tests.Projections;

namespace Numerai.Storage.Tests.Postgres;

/// <summary>A database with its stores for one test class.</summary>
public sealed class PostgresFixture(PostgresServer server) : IAsyncLifetime
{
    private readonly TemporaryFolder _cache = new();

    public string ConnectionString { get; private set; } = string.Empty;

    public PostgresDatabase Database { get; private set; } = null!;

    public TournamentStores Stores { get; private set; } = null!;

    public string Cache => _cache.Path;

    /// <summary>For test classes that publish events from their first line on.</summary>
    internal static Publishing Publishing(PostgresServer server)
    {
        var fixture = new PostgresFixture(server);
        fixture.InitializeAsync().AsTask().GetAwaiter().GetResult();
        return new Publishing(fixture.Database.Exclusive("events"), fixture);
    }

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.NewDatabaseAsync();
        Database = await PostgresDatabase.OpenAsync(ConnectionString);
        Stores = PostgresStores.Over(Database, _cache.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }

        _cache.Dispose();
    }
}

using Npgsql;
using Numerai.Behaviour.Fixtures;
using Numerai.Behaviour.Fixtures.Playing;

namespace Numerai.Grains.Tests.Fixtures;

/// <summary>PostgreSQL databases of earlier versions under two silos.</summary>
public sealed class EarlierDatabaseTests(PostgresServer server) : EarlierVersionSuite
{
    protected override async Task<IOpenedFixture> OpenAsync(Fixture fixture, string folder)
    {
        var database = await server.NewDatabaseAsync();
        await RestoreAsync(database, fixture.ReadDump());
        return await SiloFixture.StartAsync(fixture, folder, database, silos: 2);
    }

    /// <summary>What psql would do with the dump, which holds nothing but statements.</summary>
    private static async Task RestoreAsync(string database, string dump)
    {
        // The dump changes the connection's search path, so nobody gets this one again.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(dump, connection);
        await command.ExecuteNonQueryAsync();
    }
}

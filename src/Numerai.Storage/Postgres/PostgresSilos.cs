using Dapper;
using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>Which silos the cluster's membership table counts as running, for what must not be done beside them.</summary>
public static class PostgresSilos
{
    /// <summary>A silo signs its row every half minute; one that has not for as long was killed and never said goodbye.</summary>
    public static readonly TimeSpan SilentWhenGone = TimeSpan.FromMinutes(2);

    /// <summary>Orleans' number for a silo that has left.</summary>
    private const int Dead = 6;

    private const string TableExists = "SELECT to_regclass('cluster_silos') IS NOT NULL";

    private const string Select = """
        SELECT address || ':' || port || ' of cluster ' || cluster FROM cluster_silos
        WHERE status <> @dead AND alive > now() - @silent ORDER BY cluster, address, port
        """;

    /// <summary>The silos by address and cluster; none where no cluster ever ran. Changes nothing, the schema neither.</summary>
    public static async Task<IReadOnlyList<string>> AliveAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(PostgresConnectionText.Of(connectionString));
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>(TableExists)
            ? [.. await connection.QueryAsync<string>(Select, new { dead = Dead, silent = SilentWhenGone })]
            : [];
    }
}

using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>
/// One PostgreSQL database, shared by all processes of a cluster. Its writes run side by side; a store says which of them have to
/// exclude each other by the lane it writes through.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>The driver's name for who asks for one by name.</summary>
    public const string Invariant = "Npgsql";

    private PostgresDatabase(string connectionString)
    {
        Source = NpgsqlDataSource.Create(PostgresConnectionText.Of(connectionString));
        LongWork = NpgsqlDataSource.Create(PostgresConnectionText.Of(connectionString, PostgresUse.LongWork));
    }

    /// <summary>Connections to the database.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A few connections for statements that are known to take long.</summary>
    public NpgsqlDataSource LongWork { get; }

    /// <summary>For stores whose every write is safe beside any other, such as one statement that names the version it replaces.</summary>
    public IDatabase Concurrent => new PostgresLane(this, null, PostgresLock.None);

    /// <summary>
    /// Connects, and makes or migrates the schema; of several processes that start together one does it while the others wait.
    /// </summary>
    /// <exception cref="DatabaseRefusedException">The database was written by a newer program.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString)
    {
        var database = new PostgresDatabase(connectionString);
        try
        {
            await PostgresMigrations.ApplyAsync(
                database.LongWork, "platform", PostgresMigrations.EmbeddedIn(typeof(PostgresDatabase).Assembly, "postgres."));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }

        return database;
    }

    /// <summary>
    /// Writes of one exclusive lane happen one after the other in the whole cluster, and none beside a shared write of that lane.
    /// </summary>
    public IDatabase Exclusive(string lane) => new PostgresLane(this, lane, PostgresLock.Exclusive);

    /// <summary>
    /// Like <see cref="Exclusive"/>, and writes of this process that wait for their turn together are committed together.
    /// </summary>
    public IDatabase ExclusiveTogether(string lane) => new PostgresSharedTransactions(Exclusive(lane));

    /// <summary>Writes that run beside each other but beside no exclusive write of the lane.</summary>
    public IDatabase Shared(string lane) => new PostgresLane(this, lane, PostgresLock.Shared);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await LongWork.DisposeAsync();
        await Source.DisposeAsync();
    }
}

using Numerai.Storage.Sqlite;

namespace Numerai.Storage.Tests.Support;

/// <summary>A database file of one test.</summary>
public sealed class SqliteFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SqliteFixture() => Database = SqliteDatabase.Open(new SqliteDatabaseOptions(FilePath));

    public string FilePath => _folder.File("numerai.db");

    public string Folder => _folder.Path;

    public SqliteDatabase Database { get; private set; }

    /// <summary>Closes the file and opens it again, as a restart does.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = SqliteDatabase.Open(new SqliteDatabaseOptions(FilePath));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}

using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Numerai.Storage.Files;
using Numerai.Storage.Sqlite;

namespace Numerai.Storage.Postgres;

/// <summary>
/// Moves the data folder of a single-machine server into an empty PostgreSQL database: every table row by row, objects and files. It is
/// one transaction, so an import that breaks off has not happened. A folder of an earlier version is migrated first, as its server would
/// do at the next start: tables are copied column by column, so both sides have to have the same ones.
/// </summary>
public sealed class PostgresImport(PostgresDatabase database)
{
    private const string SelectTables = """
        SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name
        """;

    /// <summary>Rows that refer to others come after them; so do actors, whose rows keep count in those of their events.</summary>
    private static readonly string[] _last = ["actor_rows", "submission_codes"];

    /// <param name="folder">Of a server that is stopped.</param>
    /// <returns>Rows, objects and files that were moved.</returns>
    /// <exception cref="InvalidOperationException">The database is not empty.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no database.</exception>
    /// <exception cref="DatabaseRefusedException">The folder was written by a newer program.</exception>
    public async Task<int> RunAsync(string folder)
    {
        var path = Path.Combine(folder, "numerai.db");
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no database {path}; name the data folder of a single-machine server.", path);
        }

        await SqliteDatabase.Open(new SqliteDatabaseOptions(path)).DisposeAsync();
        await using var sqlite = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await sqlite.OpenAsync();
        await using var postgres = await database.LongWork.OpenConnectionAsync();
        await using var transaction = await postgres.BeginTransactionAsync();
        await RequireEmptyAsync(postgres);
        var moved = 0;
        foreach (var table in await TablesAsync(sqlite, postgres))
        {
            moved += await new TableCopy(sqlite, postgres, table).RunAsync();
        }

        moved += await MoveObjectsAsync(postgres, Path.Combine(folder, "objects"));
        moved += await MoveFilesAsync(postgres, Path.Combine(folder, "datasets"), "datasets");
        moved += await MoveFilesAsync(postgres, Path.Combine(folder, "uploads"), "uploads");
        await transaction.CommitAsync();
        return moved;
    }

    private static async Task RequireEmptyAsync(NpgsqlConnection postgres)
    {
        if (await postgres.ExecuteScalarAsync<long>("SELECT count(*) FROM actor_rows") > 0)
        {
            throw new InvalidOperationException(
                "The PostgreSQL database already holds a tournament; import into a new one, before its first silo starts.");
        }
    }

    private static async Task<IEnumerable<string>> TablesAsync(SqliteConnection sqlite, NpgsqlConnection postgres)
    {
        var here = (await sqlite.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'"))
            .ToHashSet(StringComparer.Ordinal);
        var there = await postgres.QueryAsync<string>(SelectTables);
        return there.Where(here.Contains).OrderBy(table => Array.IndexOf(_last, table));
    }

    private static async Task<int> MoveObjectsAsync(NpgsqlConnection postgres, string folder)
    {
        var files = FilesIn(folder).ToList();
        foreach (var (name, path) in files)
        {
            var content = await File.ReadAllBytesAsync(path);
            await postgres.ExecuteAsync(
                "INSERT INTO objects (name, sha256, length, content) VALUES (@name, @sha256, @length, @content)",
                new { name, sha256 = FileHash.Of(content), length = (long)content.Length, content });
        }

        return files.Count;
    }

    private static async Task<int> MoveFilesAsync(NpgsqlConnection postgres, string folder, string kind)
    {
        var files = FilesIn(folder).ToList();
        foreach (var (name, path) in files)
        {
            await PostgresFileParts.StoreAsync(postgres, $"{kind}/{name}", path);
        }

        return files.Count;
    }

    /// <summary>Names under a folder; what lies in hidden folders was never finished.</summary>
    private static IEnumerable<(string Name, string Path)> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .Where(file => StoredNames.Check(file.Name) is null)
        : [];
}

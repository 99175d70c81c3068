using Dapper;
using Npgsql;
using Numerai.Storage.Files;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Postgres;

/// <summary>Published data files in the database, with a copy on each machine that was asked for one.</summary>
public sealed class PostgresDatasetStore : IDatasetStore
{
    private const int BufferSize = 1 << 20;

    private readonly IDatabase _database;
    private readonly PostgresFileParts _parts;
    private readonly string _cache;

    /// <param name="cache">Folder for this process's copies, made when absent; no other process may use it.</param>
    public PostgresDatasetStore(PostgresDatabase database, string cache)
    {
        _database = database.Concurrent;
        _parts = new PostgresFileParts(database.Source);
        _cache = Directory.CreateDirectory(cache).FullName;
        HiddenFile.Sweep(_cache);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DatasetFile>> ListAsync()
    {
        var rows = await _database.ReadAsync(connection => connection.QueryAsync<DatasetRow>(DatasetRow.Select));
        return [.. rows.Select(row => row.ToFile()).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<DatasetFile?> FindAsync(string name)
    {
        var row = await _database.ReadAsync(connection =>
            connection.QuerySingleOrDefaultAsync<DatasetRow>(DatasetRow.Select + " WHERE name = @name", new { name }));
        return row?.ToFile();
    }

    /// <inheritdoc/>
    /// <remarks>A file never changes under its name, so a copy that is there is the right one; of two that are fetched at once one
    /// stays.</remarks>
    public async Task<string?> LocalPathAsync(string name)
    {
        if (await FindAsync(name) is not { } file)
        {
            return null;
        }

        var path = StoredNames.PathOf(_cache, name);
        if (!File.Exists(path) || new FileInfo(path).Length != file.Length)
        {
            await _parts.LoadAsync(PartsOf(name), file.Sha256, _cache, path);
        }

        return path;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name breaks <see cref="StoredNames"/>.</exception>
    public async Task<DatasetFile> PublishAsync(string name, Stream content, DateTimeOffset time, CancellationToken cancellation)
    {
        StoredNames.PathOf(_cache, name);
        using var file = new HiddenFile(_cache);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            file.Write(buffer.AsSpan(0, read));
        }

        var published = new DatasetFile(name, file.Length, file.FinishHash(), time.ToUniversalTime());
        file.Flush();
        var added = await _database.WriteAsync(async connection =>
        {
            // The row is inserted first: a second publisher of the same name waits here until the first one is done.
            var rows = await connection.ExecuteAsync(DatasetRow.Insert, DatasetRow.Of(published));
            if (rows == 1)
            {
                await PostgresFileParts.StoreAsync((NpgsqlConnection)connection, PartsOf(name), file.HiddenPath);
            }

            return rows;
        });
        var stored = added == 1 ? published : await FindAsync(name);
        return stored?.Sha256 == published.Sha256 ? stored : throw DatasetRow.Taken(name);
    }

    private static string PartsOf(string name) => "datasets/" + name;
}

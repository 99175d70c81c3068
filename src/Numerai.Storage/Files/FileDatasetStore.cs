using System.Data.Common;
using Dapper;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Files;

/// <summary>Published data files in a folder, their metadata in a table: a file is published when its row is there.</summary>
public sealed class FileDatasetStore : IDatasetStore
{
    private const int BufferSize = 1 << 20;

    private readonly IDatabase _database;
    private readonly string _folder;

    /// <param name="folder">Made when absent; no other process may use it.</param>
    public FileDatasetStore(IDatabase database, string folder)
    {
        _database = database;
        _folder = Directory.CreateDirectory(folder).FullName;
        HiddenFile.Sweep(_folder);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DatasetFile>> ListAsync()
    {
        var rows = await _database.ReadAsync(connection => connection.QueryAsync<DatasetRow>(DatasetRow.Select));
        return [.. rows.Select(row => row.ToFile()).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<DatasetFile?> FindAsync(string name) => _database.ReadAsync(connection => FindAsync(connection, name));

    /// <inheritdoc/>
    public async Task<string?> LocalPathAsync(string name) =>
        await FindAsync(name) is null ? null : StoredNames.PathOf(_folder, name);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name breaks <see cref="StoredNames"/>.</exception>
    public async Task<DatasetFile> PublishAsync(string name, Stream content, DateTimeOffset time, CancellationToken cancellation)
    {
        var path = StoredNames.PathOf(_folder, name);
        using var file = new HiddenFile(_folder);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            file.Write(buffer.AsSpan(0, read));
        }

        var published = new DatasetFile(name, file.Length, file.FinishHash(), time.ToUniversalTime());

        file.Flush();
        return await _database.WriteAsync(connection => PublishAsync(connection, published, file, path));
    }

    /// <summary>Renames inside the transaction, so that between looking for the name and taking it nobody else takes it.</summary>
    private static async Task<DatasetFile> PublishAsync(DbConnection connection, DatasetFile published, HiddenFile file, string path)
    {
        if (await FindAsync(connection, published.Name) is { } existing)
        {
            return existing.Sha256 == published.Sha256
                ? existing
                : throw DatasetRow.Taken(published.Name);
        }

        // A file without a row is what a crash left between the two; it was never published.
        file.Publish(path, replace: true);
        await connection.ExecuteAsync(DatasetRow.Insert, DatasetRow.Of(published));
        return published;
    }

    private static async Task<DatasetFile?> FindAsync(DbConnection connection, string name) =>
        (await connection.QuerySingleOrDefaultAsync<DatasetRow>(DatasetRow.Select + " WHERE name = @name", new { name }))?.ToFile();
}

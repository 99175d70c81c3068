using Dapper;
using Npgsql;
using Numerai.Storage.Files;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Postgres;

/// <summary>Uploads in the database: received by one silo, used by whichever one the next request reaches.</summary>
public sealed class PostgresUploadStore : IUploadStore
{
    private readonly IDatabase _database;
    private readonly PostgresFileParts _parts;
    private readonly string _cache;

    /// <param name="cache">Folder for this process's copies, emptied here; no other process may use it.</param>
    public PostgresUploadStore(PostgresDatabase database, string cache)
    {
        _database = database.Concurrent;
        _parts = new PostgresFileParts(database.Source);
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }

        _cache = Directory.CreateDirectory(cache).FullName;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The file name breaks <see cref="StoredNames"/>.</exception>
    /// <exception cref="InvalidOperationException">The file name is taken.</exception>
    public async Task BeginAsync(UploadTicket ticket)
    {
        StoredNames.PathOf(_cache, ticket.Filename);
        var begun = await _database.WriteAsync(connection =>
            connection.ExecuteAsync(UploadSql.Insert + " ON CONFLICT (filename) DO NOTHING", UploadRow.Of(ticket)));
        if (begun == 0)
        {
            throw new InvalidOperationException($"The upload '{ticket.Filename}' was already begun; file names of uploads are unique.");
        }
    }

    /// <inheritdoc/>
    public async Task<UploadTicket?> FindAsync(string filename)
    {
        var row = await _database.ReadAsync(connection =>
            connection.QuerySingleOrDefaultAsync<UploadRow>(UploadSql.Select + " WHERE filename = @filename", new { filename }));
        return row?.ToTicket();
    }

    /// <inheritdoc/>
    public async Task<UploadTicket> ReceiveAsync(string filename, Stream body, DateTimeOffset now, CancellationToken cancellation)
    {
        var ticket = await FindAsync(filename) ?? throw UploadRefusals.NotFound(filename);
        if (ticket.Length is not null)
        {
            throw UploadRefusals.AlreadyReceived(ticket);
        }

        if (now >= ticket.Expires)
        {
            throw UploadRefusals.Expired(ticket);
        }

        using var file = new HiddenFile(_cache);
        await UploadBody.CopyAsync(ticket, body, file, cancellation);
        var received = ticket with { Length = file.Length, Sha256 = file.FinishHash() };
        file.Flush();
        var first = await _database.WriteAsync(async connection =>
        {
            var rows = await connection.ExecuteAsync(
                UploadSql.SetReceived + " AND length IS NULL", new { filename, length = received.Length, sha256 = received.Sha256 });
            if (rows == 1)
            {
                await PostgresFileParts.StoreAsync((NpgsqlConnection)connection, PartsOf(filename), file.HiddenPath);
            }

            return rows;
        });
        return first == 1 ? received : throw UploadRefusals.AlreadyReceived(ticket);
    }

    /// <inheritdoc/>
    /// <remarks>The copy stays until the upload is used: it is read for that, and rarely afterwards.</remarks>
    public async Task<string?> LocalPathAsync(string filename)
    {
        if (await FindAsync(filename) is not { Sha256: { } sha256 } ticket)
        {
            return null;
        }

        var path = StoredNames.PathOf(_cache, filename);
        if (!File.Exists(path) || new FileInfo(path).Length != ticket.Length)
        {
            await _parts.LoadAsync(PartsOf(filename), sha256, _cache, path);
        }

        return path;
    }

    /// <inheritdoc/>
    public async Task<int> SweepAsync(DateTimeOffset now)
    {
        var expired = await _database.ReadAsync(connection => connection.QueryAsync<UploadRow>(
            UploadSql.Select + " WHERE used = @used AND expires <= @now", new { used = false, now = StoredTime.Write(now) }));
        var swept = 0;
        foreach (var row in expired)
        {
            swept += await _database.WriteAsync(async connection =>
            {
                var deleted = await connection.ExecuteAsync(UploadSql.DeleteUnused, new { filename = row.Filename, used = false });
                if (deleted == 1)
                {
                    await PostgresFileParts.DeleteAsync((NpgsqlConnection)connection, PartsOf(row.Filename));
                }

                return deleted;
            });
            File.Delete(StoredNames.PathOf(_cache, row.Filename));
        }

        return swept;
    }

    /// <inheritdoc/>
    /// <exception cref="UploadRefusedException">There is no such upload.</exception>
    public async Task UseAsync(string filename)
    {
        if (await _database.WriteAsync(connection => connection.ExecuteAsync(UploadSql.SetUsed, new { filename, used = true })) != 1)
        {
            throw UploadRefusals.NotFound(filename);
        }

        File.Delete(StoredNames.PathOf(_cache, filename));
    }

    private static string PartsOf(string filename) => "uploads/" + filename;
}

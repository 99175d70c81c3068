using System.Collections.Concurrent;
using Dapper;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Files;

/// <summary>Incoming files in a folder, their tickets in a table.</summary>
public sealed class FileUploadStore : IUploadStore
{
    private readonly IDatabase _database;
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, bool> _receiving = new(StringComparer.Ordinal);

    /// <param name="folder">Made when absent; no other process may use it.</param>
    public FileUploadStore(IDatabase database, string folder)
    {
        _database = database;
        _folder = Directory.CreateDirectory(folder).FullName;
        HiddenFile.Sweep(_folder);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The file name breaks <see cref="StoredNames"/>.</exception>
    /// <exception cref="InvalidOperationException">The file name is taken.</exception>
    public Task BeginAsync(UploadTicket ticket)
    {
        StoredNames.PathOf(_folder, ticket.Filename);
        return _database.WriteAsync(async connection =>
        {
            var taken = await connection.QuerySingleOrDefaultAsync<UploadRow>(
                UploadSql.Select + " WHERE filename = @filename", new { filename = ticket.Filename });
            return taken is null
                ? await connection.ExecuteAsync(UploadSql.Insert, UploadRow.Of(ticket))
                : throw new InvalidOperationException(
                    $"The upload '{ticket.Filename}' was already begun; file names of uploads are unique.");
        });
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
        if (!_receiving.TryAdd(filename, true))
        {
            throw UploadRefusals.BeingReceived(filename);
        }

        try
        {
            var ticket = await FindAsync(filename) ?? throw UploadRefusals.NotFound(filename);
            if (ticket.Length is not null)
            {
                throw UploadRefusals.AlreadyReceived(ticket);
            }

            return now < ticket.Expires ? await ReceiveAsync(ticket, body, cancellation) : throw UploadRefusals.Expired(ticket);
        }
        finally
        {
            _receiving.TryRemove(filename, out _);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> LocalPathAsync(string filename) =>
        await FindAsync(filename) is { Length: not null } ? StoredNames.PathOf(_folder, filename) : null;

    /// <inheritdoc/>
    public async Task<int> SweepAsync(DateTimeOffset now)
    {
        var expired = (await _database.ReadAsync(connection => connection.QueryAsync<UploadRow>(
            UploadSql.Select + " WHERE used = @used AND expires <= @now", new { used = false, now = StoredTime.Write(now) }))).ToList();
        var swept = 0;
        foreach (var row in expired.Where(row => _receiving.TryAdd(row.Filename, true)))
        {
            // The row goes first: a file without a row is unreachable, a row without its file would promise what is not there.
            if (await _database.WriteAsync(connection => connection.ExecuteAsync(UploadSql.DeleteUnused,
                new { filename = row.Filename, used = false })) == 1)
            {
                File.Delete(StoredNames.PathOf(_folder, row.Filename));
                swept++;
            }

            _receiving.TryRemove(row.Filename, out _);
        }

        return swept;
    }

    /// <inheritdoc/>
    /// <exception cref="UploadRefusedException">There is no such upload.</exception>
    public Task UseAsync(string filename) => _database.WriteAsync(async connection =>
        await connection.ExecuteAsync(UploadSql.SetUsed, new { filename, used = true }) == 1 ? 1 : throw UploadRefusals.NotFound(filename));

    private async Task<UploadTicket> ReceiveAsync(UploadTicket ticket, Stream body, CancellationToken cancellation)
    {
        using var file = new HiddenFile(_folder);
        await UploadBody.CopyAsync(ticket, body, file, cancellation);
        var received = ticket with { Length = file.Length, Sha256 = file.FinishHash() };

        // A file that a crash left without its row counts as not received.
        file.Publish(StoredNames.PathOf(_folder, ticket.Filename), replace: true);
        await _database.WriteAsync(connection => connection.ExecuteAsync(
            UploadSql.SetReceived, new { filename = ticket.Filename, length = received.Length, sha256 = received.Sha256 }));
        return received;
    }
}

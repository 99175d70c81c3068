using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Numerai.Storage.Sqlite;

/// <summary>
/// One SQLite file in write-ahead-log mode. One connection writes, since SQLite has one writer anyway and a queue in front of it is
/// fairer and cheaper than retrying on a locked file; reads take connections of their own and never wait for the writer.
/// </summary>
public sealed class SqliteDatabase : IDatabase, IAsyncDisposable
{
    private static readonly TimeSpan _busyTimeout = TimeSpan.FromSeconds(30);

    private readonly SqliteDatabaseOptions _options;
    private readonly SqliteConnection _writer;
    private readonly SqliteWriteQueue? _queue;
    private readonly Lock _inline = new();
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private bool _disposed;

    private SqliteDatabase(SqliteDatabaseOptions options, SqliteConnection writer)
    {
        _options = options;
        _writer = writer;
        _queue = options.Inline ? null : new SqliteWriteQueue(writer);
    }

    /// <summary>Opens the file, makes or migrates its schema.</summary>
    /// <exception cref="DatabaseRefusedException">The file was written by a newer program, or is damaged or no database at all.</exception>
    public static SqliteDatabase Open(SqliteDatabaseOptions options)
    {
        try
        {
            return OpenSound(options);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new DatabaseRefusedException(
                DatabaseRefusedException.Unfit,
                $"{options.Path} is damaged, or no SQLite database ({fault.Message}); put a backup of the data folder in its place, "
                    + "or start on another folder.",
                fault);
        }
    }

    private static SqliteDatabase OpenSound(SqliteDatabaseOptions options)
    {
        var writer = Connect(options, SqliteOpenMode.ReadWriteCreate);
        try
        {
            SqliteMigrations.Apply(writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }

        return new SqliteDatabase(options, writer);
    }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_options.Path is null)
        {
            // An in-memory database is its one connection.
            return await WriteAsync(work);
        }

        if (!_readers.TryTake(out var reader))
        {
            reader = Connect(_options, SqliteOpenMode.ReadOnly);
        }

        try
        {
            // All statements of one read see the same commit.
            using var snapshot = reader.BeginTransaction(deferred: true);
            return await work(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var item = new SqliteWriteItem<T>(work);
        if (_queue is not null)
        {
            _queue.Enqueue(item);
            return item.Task;
        }

        lock (_inline)
        {
            SqliteTransactions.Run(_writer, [item]);
        }

        return item.Task;
    }

    /// <summary>Waits for the writes that were asked for, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_queue is not null)
        {
            await _queue.DisposeAsync();
        }

        await _writer.DisposeAsync();
        while (_readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }
    }

    private static SqliteConnection Connect(SqliteDatabaseOptions options, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path ?? ":memory:",
            Mode = options.Path is null ? SqliteOpenMode.Memory : mode,
            Pooling = false,
            DefaultTimeout = (int)_busyTimeout.TotalSeconds,
        };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        connection.Execute($"PRAGMA busy_timeout = {(int)_busyTimeout.TotalMilliseconds}");
        connection.Execute("PRAGMA foreign_keys = ON");
        if (mode != SqliteOpenMode.ReadOnly)
        {
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute($"PRAGMA synchronous = {(options.Durability == SqliteDurability.Power ? "FULL" : "NORMAL")}");
        }

        return connection;
    }
}

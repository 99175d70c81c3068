using System.Buffers.Binary;
using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Postgres;

/// <summary>The database as one store sees it. The lock is an advisory one that ends with the transaction, and so with a killed process.</summary>
internal sealed class PostgresLane(PostgresDatabase database, string? lane, PostgresLock kind) : IDatabase
{
    private const int Attempts = 5;

    private readonly string? _statement = kind switch
    {
        PostgresLock.Shared => $"SELECT pg_advisory_xact_lock_shared({Number(lane!)})",
        PostgresLock.Exclusive => $"SELECT pg_advisory_xact_lock({Number(lane!)})",
        _ => null,
    };

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work) => ReadAsync(database.Source, work);

    /// <inheritdoc/>
    public Task<T> ReadLongAsync<T>(Func<DbConnection, Task<T>> work) => ReadAsync(database.LongWork, work);

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            var committing = false;
            try
            {
                await using var transaction = await connection.BeginTransactionAsync();
                if (_statement is not null)
                {
                    await connection.ExecuteAsync(_statement);
                }

                var result = await work(connection);
                committing = true;
                await transaction.CommitAsync();
                return result;
            }
            catch (DbException fault) when (attempt < Attempts && (DatabaseFaults.CanRunAgain(fault) || (!committing && IsBroken(fault))))
            {
                // Nothing of it happened; on the next attempt the work sees what other writers did.
            }
        }
    }

    /// <summary>The connection is gone. A server that cut off an idle transaction has hung up, and often that is all there is to see of it.</summary>
    private static bool IsBroken(DbException fault) => fault is not PostgresException && fault.InnerException is IOException or SocketException;

    private static async Task<T> ReadAsync<T>(NpgsqlDataSource source, Func<DbConnection, Task<T>> work)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await work(connection);
    }

    /// <summary>Advisory locks are named by numbers.</summary>
    private static long Number(string lane) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("numerai/" + lane)));
}

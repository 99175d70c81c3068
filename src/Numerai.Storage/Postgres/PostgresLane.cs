using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>
/// The database as one store sees it. The lock is an advisory one that ends with the transaction, and so with a killed process.
/// </summary>
internal sealed class PostgresLane(PostgresDatabase database, string? lane, PostgresLock kind) : IDatabase
{
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
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work)
    {
        // Of a connection that breaks meanwhile nothing is left; of one that breaks at the commit it is not known.
        var uncommitted = false;
        return PostgresAttempts.RunAsync(AttemptAsync, () => uncommitted);

        async Task<T> AttemptAsync()
        {
            uncommitted = false;
            await using var connection = await database.Source.OpenConnectionAsync();
            uncommitted = true;
            await using var transaction = await connection.BeginTransactionAsync();
            if (_statement is not null)
            {
                await connection.ExecuteAsync(_statement);
            }

            var result = await work(connection);
            uncommitted = false;
            await transaction.CommitAsync();
            return result;
        }
    }

    private static async Task<T> ReadAsync<T>(NpgsqlDataSource source, Func<DbConnection, Task<T>> work)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await work(connection);
    }

    /// <summary>Advisory locks are named by numbers.</summary>
    private static long Number(string lane) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("numerai/" + lane)));
}

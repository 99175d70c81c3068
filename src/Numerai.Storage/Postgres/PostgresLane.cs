using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>The database as one store sees it. The lock is an advisory one that ends with the transaction, and so with a killed process.</summary>
internal sealed class PostgresLane(NpgsqlDataSource source, string? lane, PostgresLock kind) : IDatabase
{
    private const int Attempts = 5;

    private readonly string? _statement = kind switch
    {
        PostgresLock.Shared => $"SELECT pg_advisory_xact_lock_shared({Number(lane!)})",
        PostgresLock.Exclusive => $"SELECT pg_advisory_xact_lock({Number(lane!)})",
        _ => null,
    };

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await work(connection);
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                await using var transaction = await connection.BeginTransactionAsync();
                if (_statement is not null)
                {
                    await connection.ExecuteAsync(_statement);
                }

                var result = await work(connection);
                await transaction.CommitAsync();
                return result;
            }
            catch (PostgresException fault) when (attempt < Attempts && Collided(fault))
            {
                // Nothing of it happened; on the next attempt the work sees what the other writer did.
            }
        }
    }

    private static bool Collided(PostgresException fault) =>
        fault.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>Advisory locks are named by numbers.</summary>
    private static long Number(string lane) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("numerai/" + lane)));
}

using System.Collections.Concurrent;
using System.Data.Common;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Postgres;

/// <summary>
/// A lane whose waiting writes share a transaction: while one is committed the others of this process gather, and the next to have its
/// turn carries them all. A transaction that fails is taken apart, and each write then has one of its own, so that one bad write fails
/// alone.
/// </summary>
#pragma warning disable CA1001 // A semaphore that nobody waits for by handle holds nothing to be disposed of.
internal sealed class PostgresSharedTransactions(IDatabase lane) : IDatabase
#pragma warning restore CA1001
{
    private const int LargestBatch = 128;

    private readonly ConcurrentQueue<IPostgresWrite> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work) => lane.ReadAsync(work);

    /// <inheritdoc/>
    public Task<T> ReadLongAsync<T>(Func<DbConnection, Task<T>> work) => lane.ReadLongAsync(work);

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work)
    {
        var write = new PostgresWrite<T>(work);
        _waiting.Enqueue(write);
        await _turn.WaitAsync();
        try
        {
            while (!write.Done.IsCompleted)
            {
                await RunAsync(Take());
            }
        }
        finally
        {
            _turn.Release();
        }

        return await write.Done;
    }

    private List<IPostgresWrite> Take()
    {
        var batch = new List<IPostgresWrite>();
        while (batch.Count < LargestBatch && _waiting.TryDequeue(out var write))
        {
            batch.Add(write);
        }

        return batch;
    }

    private async Task RunAsync(List<IPostgresWrite> batch)
    {
        if (batch.Count == 1 || !await TryTogetherAsync(batch))
        {
            foreach (var write in batch)
            {
                await write.RunAloneAsync(lane);
            }
        }
    }

    /// <returns>Whether every write of the batch has its answer.</returns>
    private async Task<bool> TryTogetherAsync(List<IPostgresWrite> batch)
    {
        try
        {
            await lane.WriteAsync(async connection =>
            {
                foreach (var write in batch)
                {
                    await write.RunAsync(connection);
                }

                return batch.Count;
            });
        }
        catch (DbException fault) when (DatabaseFaults.IsAway(fault))
        {
            // To ask once more for every write would hold up whoever comes next.
            foreach (var write in batch)
            {
                write.Fail(fault);
            }

            return true;
        }
#pragma warning disable CA1031 // Whose fault it was shows when each runs alone, and then its caller gets it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }

        foreach (var write in batch)
        {
            write.Complete();
        }

        return true;
    }
}

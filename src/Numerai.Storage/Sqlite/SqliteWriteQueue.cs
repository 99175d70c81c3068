using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Numerai.Storage.Sqlite;

/// <summary>Collects the writes that are waiting into one transaction, so that many callers share the cost of a commit.</summary>
internal sealed class SqliteWriteQueue : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly Channel<ISqliteWriteItem> _items =
        Channel.CreateUnbounded<ISqliteWriteItem>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _loop;

    public SqliteWriteQueue(SqliteConnection connection) => _loop = Task.Run(() => RunAsync(connection));

    public void Enqueue(ISqliteWriteItem item) =>
        ObjectDisposedException.ThrowIf(!_items.Writer.TryWrite(item), typeof(SqliteDatabase));

    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync(SqliteConnection connection)
    {
        var batch = new List<ISqliteWriteItem>(LargestBatch);
        while (await _items.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _items.Reader.TryRead(out var item))
            {
                batch.Add(item);
            }

            SqliteTransactions.Run(connection, batch);
            batch.Clear();
        }
    }
}

using System.Data.Common;

namespace Numerai.Storage.Postgres;

internal sealed class PostgresWrite<T>(Func<DbConnection, Task<T>> work) : IPostgresWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public async Task RunAsync(DbConnection connection) => _result = await work(connection);

    public void Complete() => _done.SetResult(_result!);

    public void Fail(Exception fault) => _done.SetException(fault);

    public async Task RunAloneAsync(IDatabase lane)
    {
        try
        {
            _done.SetResult(await lane.WriteAsync(work));
        }
#pragma warning disable CA1031 // The fault belongs to the caller, who gets it from the task.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _done.SetException(fault);
        }
    }
}

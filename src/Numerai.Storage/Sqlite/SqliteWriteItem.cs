using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Numerai.Storage.Sqlite;

internal sealed class SqliteWriteItem<T>(Func<DbConnection, Task<T>> work) : ISqliteWriteItem
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _fault;

    public Task<T> Task => _completion.Task;

    public bool Succeeded { get; private set; }

    public void Run(SqliteConnection connection)
    {
        try
        {
            var task = work(connection);
            if (!task.IsCompleted)
            {
                throw new InvalidOperationException(
                    "A transaction waits for nothing but its own statements, or it would hold up every other writer.");
            }

            _result = task.GetAwaiter().GetResult();
            Succeeded = true;
        }
#pragma warning disable CA1031 // The fault belongs to the caller, who gets it from the task.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = fault;
        }
    }

    public void Complete(Exception? commitFault)
    {
        if ((_fault ?? commitFault) is { } fault)
        {
            _completion.SetException(fault);
        }
        else
        {
            _completion.SetResult(_result!);
        }
    }
}

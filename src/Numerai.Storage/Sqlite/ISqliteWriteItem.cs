using Microsoft.Data.Sqlite;

namespace Numerai.Storage.Sqlite;

/// <summary>One caller's write, as a batch of writes sees it.</summary>
internal interface ISqliteWriteItem
{
    /// <summary>Runs the statements; remembers the result or the fault.</summary>
    void Run(SqliteConnection connection);

    /// <summary>Whether the statements ran through.</summary>
    bool Succeeded { get; }

    /// <summary>Tells the caller: the result when the batch is committed, else the fault.</summary>
    void Complete(Exception? commitFault);
}

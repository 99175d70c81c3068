using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Numerai.Storage.Sqlite;

/// <summary>Runs a batch of writes in one transaction, each in a savepoint so that one that fails takes nothing else with it.</summary>
internal static class SqliteTransactions
{
    public static void Run(SqliteConnection connection, IReadOnlyList<ISqliteWriteItem> batch)
    {
        Exception? commitFault = null;
        try
        {
            Execute(connection, "BEGIN IMMEDIATE");
            if (batch.Count == 1)
            {
                batch[0].Run(connection);
            }
            else
            {
                RunEach(connection, batch);
            }

            Execute(connection, batch.Any(item => item.Succeeded) ? "COMMIT" : "ROLLBACK");
        }
#pragma warning disable CA1031 // Whatever it is, every caller of the batch has to hear of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            commitFault = fault;
            RollBack(connection);
        }

        foreach (var item in batch)
        {
            item.Complete(commitFault);
        }
    }

    private static void RunEach(SqliteConnection connection, IReadOnlyList<ISqliteWriteItem> batch)
    {
        foreach (var item in batch)
        {
            Execute(connection, "SAVEPOINT item");
            item.Run(connection);
            if (!item.Succeeded)
            {
                Execute(connection, "ROLLBACK TO item");
            }

            Execute(connection, "RELEASE item");
        }
    }

    /// <summary>SQLite rolls back by itself after some faults; a second rollback would then be a fault of its own.</summary>
    private static void RollBack(SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            return;
        }

        try
        {
            Execute(connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // The next batch begins with a statement that fails on a broken connection and says so to its callers.
        }
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}

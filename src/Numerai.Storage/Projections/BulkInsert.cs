using System.Data.Common;
using Npgsql;

namespace Numerai.Storage.Projections;

/// <summary>
/// Adds rows to a table that gets tens of thousands of them at a time: on PostgreSQL as one binary copy, elsewhere as one prepared
/// statement run once a row. Rows are in the table when <see cref="CompleteAsync"/> returns.
/// </summary>
internal sealed class BulkInsert(DbConnection connection, string table, params string[] columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>Values in the order of the columns and of exactly the columns' types.</summary>
    public void Add(params object?[] values) => _rows.Add(values);

    public Task CompleteAsync() => connection is NpgsqlConnection postgres ? CopyAsync(postgres) : InsertAsync();

    private async Task CopyAsync(NpgsqlConnection postgres)
    {
        await using var copy = await postgres.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in _rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
            {
                await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value));
            }
        }

        await copy.CompleteAsync();
    }

    private async Task InsertAsync()
    {
        await using var command = connection.CreateCommand();
        var names = columns.Select(column => "@" + column).ToArray();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        foreach (var row in _rows)
        {
            for (var place = 0; place < row.Length; place++)
            {
                command.Parameters[place].Value = row[place] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}

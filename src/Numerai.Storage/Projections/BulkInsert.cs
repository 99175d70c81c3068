using System.Data.Common;
using Npgsql;

namespace Numerai.Storage.Projections;

/// <summary>
/// Adds rows to a table that gets tens of thousands of them at a time: on PostgreSQL a thousand rows a statement, as arrays; elsewhere as
/// one prepared statement run once a row. Rows are in the table when <see cref="CompleteAsync"/> returns. It is no COPY: no limit of the
/// server ends a COPY that waits for its client, so a process that freezes in one would keep the locks of its transaction for as long as it
/// is frozen.
/// </summary>
internal sealed class BulkInsert(DbConnection connection, string table, params string[] columns)
{
    private const int RowsAtOnce = 1000;

    private readonly List<object[]> _rows = [];

    /// <summary>Values in the order of the columns and of exactly the columns' types; none is null.</summary>
    public void Add(params object[] values) => _rows.Add(values);

    public Task CompleteAsync() => connection is NpgsqlConnection postgres ? InsertArraysAsync(postgres) : InsertAsync();

    private async Task InsertArraysAsync(NpgsqlConnection postgres)
    {
        var places = string.Join(", ", Enumerable.Range(1, columns.Length).Select(place => $"${place}"));
        foreach (var rows in _rows.Chunk(RowsAtOnce))
        {
            await using var command = postgres.CreateCommand();
            command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT * FROM unnest({places})";
            for (var place = 0; place < columns.Length; place++)
            {
                var values = Array.CreateInstance(rows[0][place].GetType(), rows.Length);
                for (var row = 0; row < rows.Length; row++)
                {
                    values.SetValue(rows[row][place], row);
                }

                command.Parameters.Add(new NpgsqlParameter { Value = values });
            }

            await command.ExecuteNonQueryAsync();
        }
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
                command.Parameters[place].Value = row[place];
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}

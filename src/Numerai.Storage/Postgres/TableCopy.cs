using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>Copies one table that has the same columns on SQLite and on PostgreSQL.</summary>
internal sealed class TableCopy(SqliteConnection sqlite, NpgsqlConnection postgres, string table)
{
    private const string SelectColumns = """
        SELECT column_name AS Name, data_type AS Type, is_identity = 'YES' AS Identity FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = @table ORDER BY ordinal_position
        """;

    public async Task<int> RunAsync()
    {
        var columns = (await postgres.QueryAsync<Column>(SelectColumns, new { table })).ToList();
        var names = string.Join(", ", columns.Select(column => column.Name));
        var rows = 0;
        await using (var copy = await postgres.BeginBinaryImportAsync($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)"))
        {
            await using var command = sqlite.CreateCommand();
            command.CommandText = $"SELECT {names} FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                await copy.StartRowAsync();
                for (var place = 0; place < columns.Count; place++)
                {
                    await WriteAsync(copy, columns[place].Type, reader.GetValue(place));
                }

                rows++;
            }

            await copy.CompleteAsync();
        }

        foreach (var identity in columns.Where(column => column.Identity))
        {
            await postgres.ExecuteAsync(
                $"SELECT setval(pg_get_serial_sequence('{table}', '{identity.Name}'), coalesce(max({identity.Name}), 0) + 1, false) FROM "
                    + $"{table}");
        }

        return rows;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string type, object value) => (type, value) switch
    {
        (_, DBNull) => copy.WriteNullAsync(),
        ("bigint", _) => copy.WriteAsync(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ("integer", _) => copy.WriteAsync(Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        ("boolean", _) => copy.WriteAsync(Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0),
        ("double precision", _) => copy.WriteAsync(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        ("bytea", _) => copy.WriteAsync((byte[])value),
        _ => copy.WriteAsync((string)value),
    };

    private sealed class Column
    {
        public string Name { get; init; } = string.Empty;

        public string Type { get; init; } = string.Empty;

        public bool Identity { get; init; }
    }
}

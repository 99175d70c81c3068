using DuckDB.NET.Data;

namespace Numerai.Data.Tests.Parquet;

/// <summary>DuckDB, an independent implementation of Parquet, as writer and reader.</summary>
internal static class DuckDbFile
{
    /// <summary>Columns of every type; ten thousand rows, three row groups; every eleventh row has missing values.</summary>
    public const string Query = """
        select 'n' || lpad(to_hex(i * 2654435761), 16, '0') as id,
               lpad((i // 500)::varchar, 4, '0') as era,
               case when i % 11 = 4 then null else 'wort ' || (i % 7) end as word,
               (i % 5)::tinyint as bin,
               case when i % 11 = 4 then null else (i % 5)::tinyint end as bin_missing,
               (i * 3 % 30000)::smallint as short,
               (i % 200)::utinyint as byte,
               (i * 211)::integer as whole,
               (i * 1000003)::bigint as large,
               (i + 2147000000)::uinteger as unsigned,
               (i / 3.0)::float as single,
               case when i % 11 = 4 then null else (i / 10001.0)::double end as real,
               (i % 3 = 0) as flag,
               (date '2001-01-01' + i::integer) as day,
               (timestamp '2020-01-01 00:00:00' + to_milliseconds(i * 37)) as time
        from range(10000) t(i)
        """;

    public static void Write(string path, string codec, string version, string query = Query) =>
        Run($"copy ({query}) to '{path}' (format parquet, codec '{codec}', parquet_version '{version}', row_group_size 4096)");

    public static void Run(string sql)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static List<string> Column(string sql)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }
}

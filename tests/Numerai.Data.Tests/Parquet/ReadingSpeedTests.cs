using System.Diagnostics;
using DuckDB.NET.Data;
using Numerai.Data.Parquet;

namespace Numerai.Data.Tests.Parquet;

/// <summary>Times reading against DuckDB in the same run. Explicit: needs about 4 GB and a minute. Run with <c>-- --explicit only
/// --filter-class</c>.</summary>
public sealed class ReadingSpeedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory(Explicit = true)]
    [InlineData(6_700, 2_748)]
    [InlineData(3_900_000, 60)]
    public void Reading_is_at_most_half_as_slow_again_as_DuckDB(int rows, int columns)
    {
        var path = _folder.File("speed.parquet");
        var bins = string.Join(", ", Enumerable.Range(0, columns).Select(c => $"(hash(i * 31 + {c}) % 5)::tinyint as feature_{c}"));
        DuckDbFile.Write(path, "zstd", "v1", $"select {bins} from range({rows}) t(i)");
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        Execute(database, "set threads = 2");
        var duck = Best(() => Execute(database, $"create or replace temp table t as select * from '{path}'"));
        var here = Best(() =>
        {
            using var reader = ParquetReader.Open(path);
            Assert.Equal(rows, reader.ReadRowGroups().Sum(t => t.RowCount));
        });
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{rows} x {columns}: DuckDB {duck.TotalSeconds:F2} s, here {here.TotalSeconds:F2} s");
        Assert.True(here < duck * 1.5, $"DuckDB {duck}, here {here}");
    }

    public void Dispose() => _folder.Dispose();

    private static TimeSpan Best(Action action) => Enumerable.Range(0, 3).Select(_ =>
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed;
    }).Min();

    private static void Execute(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

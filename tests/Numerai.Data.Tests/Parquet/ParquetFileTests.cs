using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Parquet;

public sealed class ParquetFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(ParquetCodec.None)]
    [InlineData(ParquetCodec.Snappy)]
    [InlineData(ParquetCodec.Gzip)]
    [InlineData(ParquetCodec.Brotli)]
    [InlineData(ParquetCodec.Lz4)]
    [InlineData(ParquetCodec.Zstd)]
    public void A_table_of_every_type_comes_back_the_same(ParquetCodec codec)
    {
        var table = SampleTable.Create(1000);
        var path = _folder.File("all.parquet");
        ParquetFile.Write(path, table, new ParquetWriteOptions { Codec = codec, IndexColumn = "id", RowGroupRows = 300 });
        using var reader = ParquetReader.Open(path);
        Assert.Equal(4, reader.RowGroupCount);
        Assert.Equal("id", reader.IndexColumn);
        SampleTable.AssertSame(table, reader.ReadAll());
        SampleTable.AssertSame(table, Table.Concat([.. reader.ReadRowGroups()]));
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        ParquetFile.Write(first, SampleTable.Create(500));
        ParquetFile.Write(second, SampleTable.Create(500));
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Only_the_asked_columns_are_read_in_the_asked_order()
    {
        var path = _folder.File("pruned.parquet");
        ParquetFile.Write(path, SampleTable.Create(100));
        var table = ParquetFile.Read(path, ["real", "id"]);
        Assert.Equal(["real", "id"], table.Columns.Select(c => c.Name));
        var error = Assert.Throws<DataFormatException>(() => ParquetFile.Read(path, ["nope"]));
        Assert.Equal("column_missing", error.Code);
    }

    [Fact]
    public void An_empty_table_keeps_its_columns()
    {
        var path = _folder.File("empty.parquet");
        ParquetFile.Write(path, SampleTable.Create(0));
        var table = ParquetFile.Read(path);
        Assert.Equal(0, table.RowCount);
        Assert.Equal(15, table.Columns.Count);
    }

    [Fact]
    public void Statistics_of_a_row_group_can_be_read_without_its_rows()
    {
        var path = _folder.File("range.parquet");
        ParquetFile.Write(path, SampleTable.Create(1000), new ParquetWriteOptions { RowGroupRows = 500 });
        using var reader = ParquetReader.Open(path);
        Assert.Equal((500 * 7919, 999 * 7919), reader.Range(1, "whole"));
    }

    [Fact]
    public void Pandas_finds_its_index_in_the_metadata()
    {
        var path = _folder.File("pandas.parquet");
        ParquetFile.Write(path, SampleTable.Create(10), new ParquetWriteOptions { IndexColumn = "id" });
        using var reader = ParquetReader.Open(path);
        var pandas = JsonNode.Parse(reader.Metadata["pandas"])!;
        Assert.Equal("id", (string?)pandas["index_columns"]![0]);
        Assert.Equal(15, pandas["columns"]!.AsArray().Count);
    }

    [Fact]
    public void DuckDb_reads_what_is_written_here()
    {
        var path = _folder.File("duck.parquet");
        ParquetFile.Write(path, SampleTable.Create(1000));
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "select count(*), count(word), sum(tiny_missing), sum(whole), min(day)::varchar, max(time)::varchar, "
            + $"count(flag_missing), typeof(any_value(tiny)) from '{path}'";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        var missing = Enumerable.Range(0, 1000).Count(i => i % 7 == 3);
        Assert.Equal(1000L, row.GetInt64(0));
        Assert.Equal(1000L - missing, row.GetInt64(1));
        Assert.Equal(Enumerable.Range(0, 1000).Where(i => i % 7 != 3).Sum(i => i % 5), int.Parse(row.GetValue(2).ToString()!));
        Assert.Equal(Enumerable.Range(0, 1000).Sum(i => i * 7919L), long.Parse(row.GetValue(3).ToString()!));
        Assert.Equal("1999-11-01", row.GetString(4));
        Assert.StartsWith("2024-01-01 00:00:00.99999", row.GetString(5));
        Assert.Equal(1000L - missing, row.GetInt64(6));
        Assert.Equal("TINYINT", row.GetString(7));
    }

    public void Dispose() => _folder.Dispose();
}

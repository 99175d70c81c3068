using Numerai.Data.Parquet;

namespace Numerai.Data.Tests.Parquet;

/// <summary>Files of DuckDB read here, in every codec and in both format versions; version 2 brings the delta and byte-stream-split
/// encodings.</summary>
public sealed class CrossReadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Codecs()
    {
        var data = new TheoryData<string, string>();
        foreach (var codec in new[] { "uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4_raw" })
        {
            data.Add(codec, "v1");
            data.Add(codec, "v2");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Every_codec_and_version_of_DuckDB_is_read(string codec, string version)
    {
        var path = _folder.File("duck.parquet");
        DuckDbFile.Write(path, codec, version);
        var table = ParquetFile.Read(path);
        Assert.Equal(10_000, table.RowCount);
        Assert.Equal(DuckDbFile.Column($"select id from '{path}'"), table.Values<string>("id"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i % 11 == 4 ? null : $"wort {i % 7}"), table.Values<string>("word"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (sbyte)(i % 5)), table.Values<sbyte>("bin"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i % 11 == 4), table["bin_missing"].Missing!);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i % 11 == 4 ? default : (sbyte)(i % 5)), table.Values<sbyte>("bin_missing"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i * 3 % 30000), table.Values<int>("short"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i % 200), table.Values<int>("byte"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i * 211), table.Values<int>("whole"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i * 1000003L), table.Values<long>("large"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i + 2147000000L), table.Values<long>("unsigned"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (float)(i / 3.0)), table.Values<float>("single"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i % 11 == 4 ? double.NaN : i / 10001.0), table.Values<double>("real"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i % 3 == 0), table.Values<bool>("flag"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => new DateOnly(2001, 1, 1).AddDays(i)), table.Values<DateOnly>("day"));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            .AddMilliseconds(i * 37)), table.Values<DateTime>("time"));
    }

    [Theory]
    [InlineData("v1", "PLAIN,PLAIN_DICTIONARY")]
    [InlineData("v2", "BYTE_STREAM_SPLIT,DELTA_BINARY_PACKED,DELTA_LENGTH_BYTE_ARRAY,PLAIN,RLE_DICTIONARY")]
    public void The_files_cross_read_here_have_the_encodings_that_the_documentation_says(string version, string encodings)
    {
        var path = _folder.File("duck.parquet");
        DuckDbFile.Write(path, "zstd", version);
        var met = DuckDbFile.Column($"select encodings from parquet_metadata('{path}')").SelectMany(list => list.Split(", ")).Distinct();
        Assert.Equal(encodings.Split(','), met.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ParquetCodec.None)]
    [InlineData(ParquetCodec.Snappy)]
    [InlineData(ParquetCodec.Gzip)]
    [InlineData(ParquetCodec.Brotli)]
    [InlineData(ParquetCodec.Lz4)]
    [InlineData(ParquetCodec.Zstd)]
    public void DuckDB_reads_every_codec_written_here(ParquetCodec codec)
    {
        var path = _folder.File("ours.parquet");
        var table = SampleTable.Create(3000);
        ParquetFile.Write(path, table, new ParquetWriteOptions { Codec = codec, IndexColumn = "id", RowGroupRows = 1000 });
        Assert.Equal(table.Values<string>("id"), DuckDbFile.Column($"select id from '{path}'"));
        Assert.Equal(table.Values<double>("real"), DuckDbFile.Column($"select real from '{path}'").Select(double.Parse));
        Assert.Equal(table.Values<sbyte>("tiny").Select(v => v.ToString()), DuckDbFile.Column($"select tiny from '{path}'"));
        Assert.Equal(3000 - Enumerable.Range(0, 3000).Count(i => i % 7 == 3),
            int.Parse(DuckDbFile.Column($"select count(flag_missing) from '{path}'")[0]));
    }

    [Theory]
    [InlineData("[i, i + 1]", "list")]
    [InlineData("{'a': i}", "struct")]
    [InlineData("i::ubigint", "unsigned 64 bits")]
    [InlineData("uuid()", "uuid")]
    public void A_column_of_another_type_is_left_out_and_refused_by_name_when_asked_for(string expression, string kind)
    {
        Assert.NotEmpty(kind);
        var path = _folder.File("odd.parquet");
        DuckDbFile.Write(path, "zstd", "v1", $"select i::integer as good, {expression} as odd from range(100) t(i)");
        using var reader = ParquetReader.Open(path);
        Assert.Equal(["good"], reader.Columns.Select(c => c.Name));
        Assert.Equal(100, reader.ReadAll().RowCount);
        var asked = kind switch { "list" => "odd.list.element", "struct" => "odd.a", _ => "odd" };
        Assert.Equal("parquet_unsupported_type", Assert.Throws<DataFormatException>(() => reader.ReadAll([asked])).Code);
    }

    [Fact]
    public void Unsigned_numbers_above_two_to_the_31_keep_their_value()
    {
        var path = _folder.File("unsigned.parquet");
        DuckDbFile.Write(path, "zstd", "v1", "select 4294967295::uinteger as most, 65535::usmallint as short");
        var table = ParquetFile.Read(path);
        Assert.Equal((4294967295L, 65535), (table.Values<long>("most")[0], table.Values<int>("short")[0]));
    }

    [Fact]
    public void Nanosecond_and_second_timestamps_are_read_to_the_tick()
    {
        var path = _folder.File("times.parquet");
        DuckDbFile.Write(path, "zstd", "v1",
            "select timestamp_ns '2020-01-01 00:00:00.123456789' as nanos, timestamp_ms '2020-01-01 00:00:00.123' as millis");
        var table = ParquetFile.Read(path);
        var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(start.AddTicks(1234567), table.Values<DateTime>("nanos")[0]);
        Assert.Equal(start.AddMilliseconds(123), table.Values<DateTime>("millis")[0]);
    }

    public void Dispose() => _folder.Dispose();
}

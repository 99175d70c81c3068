using System.Globalization;
using System.Text.Json.Nodes;
using Numerai.Data.Parquet;

namespace Numerai.Data.Tests.Parquet.Rust;

/// <summary>Files of arrow-rs and polars read here, and files written here read by both and by DuckDB: every encoding in every codec and
/// both versions of pages.</summary>
public sealed class RustCrossReadTests(RustParquet rust) : IClassFixture<RustParquet>
{
    private static readonly string[] _codecs = ["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI", "LZ4_RAW", "ZSTD"];

    public static TheoryData<string, string> Encodings() => new()
    {
        { "plain", "PLAIN" },
        { "dictionary", "RLE_DICTIONARY" },
        { "delta", "DELTA_BINARY_PACKED DELTA_LENGTH_BYTE_ARRAY" },
        { "prefixes", "DELTA_BYTE_ARRAY" },
        { "split", "BYTE_STREAM_SPLIT" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_codec_and_version_of_arrow_rs_is_read_in(string encoding, string expected)
    {
        rust.Require();
        string[] versions = ["V1", "V2"];
        foreach (var name in from codec in _codecs from version in versions select $"arrow-rs_{encoding}_{codec}_{version}.parquet")
        {
            var path = rust.PathOf(name);
            Assert.Contains(name, rust.Written);
            Assert.Superset(expected.Split(' ').ToHashSet(), EncodingsOf(path));
            SampleTable.AssertSame(RustParquet.Table, ParquetFile.Read(path));
        }
    }

    [Fact]
    public void Every_codec_of_polars_is_read()
    {
        rust.Require();
        string[] files = [.. rust.Written.Where(name => name.StartsWith("polars", StringComparison.Ordinal))];
        Assert.Equal(6, files.Length);
        Assert.All(files, name => SampleTable.AssertSame(RustParquet.Table, ParquetFile.Read(rust.PathOf(name))));
    }

    [Theory]
    [InlineData(ParquetEncoding.Dictionary, "RLE_DICTIONARY")]
    [InlineData(ParquetEncoding.Plain, "PLAIN")]
    [InlineData(ParquetEncoding.Delta, "DELTA_BINARY_PACKED DELTA_LENGTH_BYTE_ARRAY")]
    [InlineData(ParquetEncoding.DeltaWithPrefixes, "DELTA_BYTE_ARRAY DELTA_BINARY_PACKED")]
    [InlineData(ParquetEncoding.ByteStreamSplit, "BYTE_STREAM_SPLIT")]
    public void All_that_is_written_here_is_read_by_arrow_rs_polars_and_DuckDB(ParquetEncoding encoding, string expected)
    {
        rust.Require();
        var files = new List<string>();
        foreach (var (codec, second) in from codec in Enum.GetValues<ParquetCodec>()
                                        from second in new[] { false, true }
                                        select (codec,
            second))
        {
            var path = rust.PathOf($"ours_{encoding}_{codec}_{(second ? 2 : 1)}.parquet");
            ParquetFile.Write(path, RustParquet.Table, new ParquetWriteOptions
            {
                Codec = codec,
                Encoding = encoding,
                SecondPageVersion = second,
                RowGroupRows = 400,
                IndexColumn = "id",
            });
            Assert.Superset(expected.Split(' ').ToHashSet(), EncodingsOf(path));
            Assert.Equal(RustParquet.Table.Values<string>("id"), DuckDbFile.Column($"select id from '{path}'"));
            Assert.Equal(RustParquet.Table.Values<double>("real"), DuckDbFile.Column($"select real from '{path}'").Select(double.Parse));
            SampleTable.AssertSame(RustParquet.Table, ParquetFile.Read(path));
            files.Add(path);
        }

        var seen = RustParquet.Read(files).ToList();
        Assert.Equal(2 * files.Count, seen.Count);
        Assert.All(seen, file => AssertSame(file["columns"]!.AsObject()));
    }

    [Fact]
    public void The_index_of_a_data_frame_is_found_on_both_sides()
    {
        rust.Require();
        using (var reader = ParquetReader.Open(rust.PathOf("arrow-rs_dictionary_ZSTD_V2.parquet")))
        {
            Assert.Equal("id", reader.IndexColumn);
        }

        var path = rust.PathOf("ours_indexed.parquet");
        ParquetFile.Write(path, RustParquet.Table, new ParquetWriteOptions { IndexColumn = "id" });
        var seen = RustParquet.Read([path]).Single(file => (string)file["reader"]! == "arrow-rs");
        Assert.Equal("id", (string?)JsonNode.Parse((string)seen["pandas"]!)!["index_columns"]![0]);
    }

    private static void AssertSame(JsonObject seen)
    {
        foreach (var column in RustParquet.Table.Columns)
        {
            var expected = RustParquet.Cells(column);
            var actual = seen[column.Name]!.AsArray();
            Assert.Equal(expected.Length, actual.Count);
            Assert.Equal(expected.Select(Comparable), actual.Select(cell => Comparable(cell is null ? null : Plain(cell))));
        }
    }

    /// <summary>A missing number is written as NaN.</summary>
    private static object? Plain(JsonNode cell) =>
        cell.AsValue().TryGetValue(out string? text) ? (text == "NaN" ? null : text) : (bool)cell;

    /// <summary>
    /// Whole numbers stay text, because 64 bits do not fit into a double; JavaScript writes other numbers in another form.
    /// </summary>
    private static object? Comparable(object? cell) =>
        cell is string text && text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : cell;

    private static HashSet<string> EncodingsOf(string path) =>
        [.. DuckDbFile.Column($"select encodings from parquet_metadata('{path}')").SelectMany(list => list.Split(", "))];
}

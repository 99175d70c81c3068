using System.Diagnostics;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Parquet;

public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[]> NotParquet() => new()
    {
        { "empty", [] },
        { "magic only", "PAR1"u8.ToArray() },
        { "two magics", "PAR1PAR1"u8.ToArray() },
        { "footer longer than the file", [.. "PAR1"u8, 0xff, 0xff, 0xff, 0x7f, .. "PAR1"u8] },
        { "negative footer", [.. "PAR1"u8, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, .. "PAR1"u8] },
        { "text", "id,prediction\na,0.5\n"u8.ToArray() },
        { "zeros", new byte[10_000] },
    };

    [Theory]
    [MemberData(nameof(NotParquet))]
    public void What_is_not_Parquet_is_refused_as_corrupt(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        Assert.Equal("parquet_corrupt", Assert.Throws<DataFormatException>(() => Read(bytes)).Code);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_as_corrupt()
    {
        var bytes = Sample(ParquetCodec.Zstd);
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Equal("parquet_corrupt", Assert.Throws<DataFormatException>(() => Read(bytes[..length])).Code);
        }
    }

    public static TheoryData<ParquetCodec, ParquetEncoding, bool> Forms() =>
    [
        .. Enum.GetValues<ParquetCodec>().Select(
            codec => new TheoryDataRow<ParquetCodec, ParquetEncoding, bool>(codec, ParquetEncoding.Dictionary, false)),
        .. Enum.GetValues<ParquetEncoding>().Select(
            encoding => new TheoryDataRow<ParquetCodec, ParquetEncoding, bool>(ParquetCodec.None, encoding, true)),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_mutated_file_is_read_or_refused_in_bounded_time_and_never_anything_else(
        ParquetCodec codec, ParquetEncoding encoding, bool second) =>
        Fuzz(codec, encoding, second, 17, 2000);

    [Theory(Explicit = true)]
    [MemberData(nameof(Forms))]
    public void Twenty_times_as_many_mutated_files_are_read_or_refused(ParquetCodec codec, ParquetEncoding encoding, bool second) =>
        Fuzz(codec, encoding, second, 1017, 40_000);

    [Fact]
    public void A_flipped_bit_in_the_data_is_caught_by_the_page_checksum()
    {
        var bytes = Sample(ParquetCodec.None);
        var at = bytes.AsSpan().IndexOf("n0000000000000007"u8);
        bytes[at + 16] ^= 1;
        Assert.Equal("parquet_corrupt", Assert.Throws<DataFormatException>(() => Read(bytes)).Code);
    }

    [Fact]
    public void A_small_file_that_claims_many_rows_is_refused_before_memory_is_taken()
    {
        var path = _folder.File("rows.parquet");
        DuckDbFile.Write(path, "zstd", "v1", "select 1::tinyint as bin from range(6000000)");
        Assert.True(new FileInfo(path).Length < 1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<DataFormatException>(() => ParquetFile.Read(path, limits: ParquetLimits.Upload));
        Assert.Equal("file_too_large", error.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void A_small_file_that_repeats_a_long_text_is_refused()
    {
        var path = _folder.File("text.parquet");
        DuckDbFile.Write(path, "zstd", "v1", "select repeat('x', 100000) as id from range(4000)");
        Assert.True(new FileInfo(path).Length < 2_000_000);
        Assert.Equal("file_too_large", Assert.Throws<DataFormatException>(() => ParquetFile.Read(path, limits: ParquetLimits.Upload)).Code);
    }

    [Fact]
    public void A_file_of_many_columns_is_refused_as_an_upload()
    {
        var path = _folder.File("wide.parquet");
        ParquetFile.Write(path, new Table([.. Enumerable.Range(0, 100).Select(i => new TableColumn<int>($"c{i}", [1]))]));
        Assert.Equal("file_too_large", Assert.Throws<DataFormatException>(() => ParquetFile.Read(path, limits: ParquetLimits.Upload)).Code);
    }

    [Fact]
    public void Text_that_is_not_Utf8_is_refused()
    {
        var path = _folder.File("latin.parquet");
        DuckDbFile.Write(path, "uncompressed", "v1", "select '\\xC3\\x28'::blob as id");
        Assert.Equal("parquet_corrupt", Assert.Throws<DataFormatException>(() => ParquetFile.Read(path)).Code);
    }

    public void Dispose() => _folder.Dispose();

    private static void Fuzz(ParquetCodec codec, ParquetEncoding encoding, bool second, int seed, int attempts)
    {
        // Without checksums, as many writers leave them out: they would keep damage from the decoders.
        var good = Sample(
            new ParquetWriteOptions { Codec = codec, Encoding = encoding, SecondPageVersion = second, PageChecksums = false });
        var random = new Random(seed);
        var refused = 0;
        var slowest = TimeSpan.Zero;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var bytes = Mutate(good, random);
            var clock = Stopwatch.StartNew();
            try
            {
                Read(bytes);
            }
            catch (DataFormatException)
            {
                refused++;
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        Assert.True(refused > attempts / 2, $"only {refused} of {attempts} damaged files were refused");
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"one file took {slowest}");
    }

    private static void Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        ParquetFile.Read(stream, "upload", limits: ParquetLimits.Upload);
    }

    private static byte[] Sample(ParquetCodec codec) => Sample(new ParquetWriteOptions { Codec = codec });

    private static byte[] Sample(ParquetWriteOptions options)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, SampleTable.Create(300), options);
        return stream.ToArray();
    }

    /// <summary>Changes a few bytes, more often in the footer, where the structure lies; sometimes cuts, repeats or swaps a
    /// piece.</summary>
    private static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = (byte[])good.Clone();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(2) == 0 ? random.Next(bytes.Length) : bytes.Length - 1 - random.Next(Math.Min(bytes.Length, 2500));
            bytes[at] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
        }

        if (random.Next(8) == 0)
        {
            var from = random.Next(bytes.Length - 64);
            bytes.AsSpan(from, 64).CopyTo(bytes.AsSpan(random.Next(bytes.Length - 64)));
        }

        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}

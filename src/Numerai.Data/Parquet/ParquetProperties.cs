using Numerai.Data.Tables;
using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>What <see cref="ParquetWriteOptions"/> are in the library's words.</summary>
internal static class ParquetProperties
{
    public static WriterProperties Of(IReadOnlyList<ColumnSchema> schema, ParquetWriteOptions options)
    {
        using var builder = new WriterPropertiesBuilder()
            .Compression(Codec(options.Codec))
            .EnableStatistics();
        if (options.PageChecksums)
        {
            builder.EnablePageChecksum();
        }

        if (options.SecondPageVersion)
        {
            builder.DataPageVersion(ParquetDataPageVersion.V2);
        }

        if (options.Encoding == ParquetEncoding.Dictionary)
        {
            if (options.IndexColumn is { } index)
            {
                builder.DisableDictionary(index);
            }

            return builder.Build();
        }

        builder.DisableDictionary();
        foreach (var column in schema)
        {
            builder.Encoding(column.Name, Encode(options.Encoding, column.Type));
        }

        return builder.Build();
    }

    private static Encoding Encode(ParquetEncoding encoding, ColumnType type) => (encoding, type) switch
    {
        (_, ColumnType.Boolean) => Encoding.Plain,
        (ParquetEncoding.Delta, ColumnType.Text) => Encoding.DeltaLengthByteArray,
        (ParquetEncoding.DeltaWithPrefixes, ColumnType.Text) => Encoding.DeltaByteArray,
        (ParquetEncoding.Delta or ParquetEncoding.DeltaWithPrefixes, not (ColumnType.Float32 or ColumnType.Float64)) =>
            Encoding.DeltaBinaryPacked,
        (ParquetEncoding.ByteStreamSplit, not ColumnType.Text) => Encoding.ByteStreamSplit,
        _ => Encoding.Plain,
    };

    private static Compression Codec(ParquetCodec codec) => codec switch
    {
        ParquetCodec.None => Compression.Uncompressed,
        ParquetCodec.Snappy => Compression.Snappy,
        ParquetCodec.Gzip => Compression.Gzip,
        ParquetCodec.Brotli => Compression.Brotli,
        ParquetCodec.Lz4 => Compression.Lz4,
        ParquetCodec.Zstd => Compression.Zstd,
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, null),
    };
}

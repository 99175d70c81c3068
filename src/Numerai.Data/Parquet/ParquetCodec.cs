namespace Numerai.Data.Parquet;

/// <summary>Compression of the pages of a file.</summary>
public enum ParquetCodec
{
    None,
    Snappy,
    Gzip,
    Brotli,
    Lz4,
    Zstd,
}

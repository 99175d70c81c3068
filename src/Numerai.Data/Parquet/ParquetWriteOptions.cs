namespace Numerai.Data.Parquet;

/// <summary>How a file is written.</summary>
public sealed record ParquetWriteOptions
{
    public static ParquetWriteOptions Default { get; } = new();

    public ParquetCodec Codec { get; init; } = ParquetCodec.Zstd;

    /// <summary>
    /// Column that pandas takes as the index of the data frame; <see langword="null"/> for none. It is written without a dictionary,
    /// because an index has no repeats.
    /// </summary>
    public string? IndexColumn { get; init; }

    /// <summary>Rows of a row group when a whole table is written at once.</summary>
    public int RowGroupRows { get; init; } = 250_000;

    /// <summary>Further key-value pairs of the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

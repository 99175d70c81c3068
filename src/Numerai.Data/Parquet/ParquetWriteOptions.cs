namespace Numerai.Data.Parquet;

/// <summary>How a file is written.</summary>
public sealed record ParquetWriteOptions
{
    public static ParquetWriteOptions Default { get; } = new();

    public ParquetCodec Codec { get; init; } = ParquetCodec.Zstd;

    /// <summary>
    /// Encoding of all columns; every reader knows <see cref="ParquetEncoding.Dictionary"/> and <see cref="ParquetEncoding.Plain"/>.
    /// </summary>
    public ParquetEncoding Encoding { get; init; } = ParquetEncoding.Dictionary;

    /// <summary>Data pages of version 2 of the format, whose levels are not compressed; older readers know version 1 only.</summary>
    public bool SecondPageVersion { get; init; }

    /// <summary>A checksum of every page, by which readers notice damage.</summary>
    public bool PageChecksums { get; init; } = true;

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

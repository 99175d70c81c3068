namespace Numerai.Data.Parquet;

/// <summary>
/// What a reader accepts before it decodes anything. A few hundred bytes of Parquet can claim billions of rows, so the claim is checked
/// against these limits first, and text is counted while it is decoded.
/// </summary>
public sealed record ParquetLimits
{
    /// <summary>For files this platform or its operator wrote.</summary>
    public static ParquetLimits Trusted { get; } = new();

    /// <summary>For uploads by participants: a submission is two or three columns.</summary>
    public static ParquetLimits Upload { get; } = new()
    {
        Rows = 5_000_000,
        Columns = 16,
        Cells = 20_000_000,
        TextBytes = 256L << 20,
        UncompressedBytes = 512L << 20,
        RowGroups = 10_000,
    };

    public long Rows { get; init; } = 200_000_000;

    public int Columns { get; init; } = 20_000;

    /// <summary>Rows times columns of one read (one row group, or the whole file), the columns asked for only.</summary>
    public long Cells { get; init; } = 4_000_000_000;

    /// <summary>Bytes of text of one column in one row group, each repeat counted.</summary>
    public long TextBytes { get; init; } = 2L << 30;

    /// <summary>Sum of the uncompressed sizes the file declares.</summary>
    public long UncompressedBytes { get; init; } = 64L << 30;

    public int RowGroups { get; init; } = 1_000_000;
}

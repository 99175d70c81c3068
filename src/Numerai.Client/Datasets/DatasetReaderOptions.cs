namespace Numerai.Client.Datasets;

/// <summary>
/// What a <see cref="DatasetReader"/> accepts. The limits are checked against what a file's footer claims before its columns are read;
/// what the footer itself and single pages take is the library's, so files are to come from an operator one trusts.
/// </summary>
public sealed record DatasetReaderOptions
{
    public static DatasetReaderOptions Default { get; } = new();

    /// <summary>
    /// Time for opening the file, and for each column of each row group. A damaged file can keep the decoder busy for ever; the read is
    /// then given up with <see cref="DatasetException.TimedOut"/>, though its thread may go on until the process ends.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Rows of one row group: what is decoded at once, column by column.</summary>
    public int MaximumRowGroupRows { get; init; } = 20_000_000;

    public int MaximumColumns { get; init; } = 20_000;

    public int MaximumRowGroups { get; init; } = 100_000;

    /// <summary>Bytes of the footer, which describes every column of every row group.</summary>
    public int MaximumFooterBytes { get; init; } = 256 << 20;

    /// <summary>Characters of one text column in one row group, each repeat counted.</summary>
    public long MaximumTextLength { get; init; } = 1L << 30;

    /// <summary>The clock of <see cref="Timeout"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

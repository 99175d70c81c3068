namespace Numerai.Data.Parquet;

/// <summary>How the values of a file's pages are encoded. Booleans, and what an encoding does not exist for, are written plain.</summary>
public enum ParquetEncoding
{
    /// <summary>Each value once, with bit-packed references to it; plain where a column repeats too little.</summary>
    Dictionary,

    Plain,

    /// <summary>Whole numbers, dates and times by their differences; text by the differences of its lengths.</summary>
    Delta,

    /// <summary>As <see cref="Delta"/>, and text without the prefix it shares with the text before.</summary>
    DeltaWithPrefixes,

    /// <summary>The first bytes of all numbers, then all second bytes, and so on; text is plain.</summary>
    ByteStreamSplit,
}

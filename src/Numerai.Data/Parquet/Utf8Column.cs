namespace Numerai.Data.Parquet;

/// <summary>A text column as the bytes of the file, without a string per row; a missing value is empty.</summary>
/// <param name="Text">The values one after the other, UTF-8.</param>
/// <param name="Starts">Where each row's value begins in <paramref name="Text"/>, and last where the last one ends.</param>
public sealed record Utf8Column(byte[] Text, int[] Starts);

namespace Numerai.Client.Datasets;

/// <summary>A published data file.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal; also its ETag.</param>
public sealed record DatasetFile(string Name, long Length, string Sha256, DateTimeOffset Published);

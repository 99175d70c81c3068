namespace Numerai.Client.Datasets;

/// <summary>A published data file.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal; also its ETag.</param>
/// <param name="File">For a live alias such as "v5.2/live.parquet" the file's own name, "v5.2/live_7.parquet"; else null.</param>
/// <param name="Round">For a live alias the round whose file it is, such as "8/7"; else null.</param>
/// <param name="Note">What there is to say of it, such as that no round is open; else null.</param>
public sealed record DatasetFile(
    string Name, long Length, string Sha256, DateTimeOffset Published, string? File = null, string? Round = null, string? Note = null);

namespace Numerai.Tournament.Ports;

/// <summary>A published file: its length in bytes, its SHA-256 (lower-case hexadecimal, also its ETag) and when it was published.</summary>
public sealed record DatasetFile(string Name, long Length, string Sha256, DateTimeOffset Published);

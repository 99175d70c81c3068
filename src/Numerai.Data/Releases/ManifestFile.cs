namespace Numerai.Data.Releases;

/// <summary>One file of a release.</summary>
/// <param name="Path">Path relative to the manifest.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lowercase hexadecimal digits.</param>
public sealed record ManifestFile(string Path, long Bytes, string Sha256);

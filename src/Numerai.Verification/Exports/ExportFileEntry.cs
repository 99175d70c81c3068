namespace Numerai.Verification.Exports;

/// <param name="Name">Path inside the export, with forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ExportFileEntry(string Name, long Bytes, string Sha256);

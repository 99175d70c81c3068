namespace Numerai.Data.Releases;

/// <summary>Something wrong with a file of a release.</summary>
/// <param name="Code"><c>file_missing</c>, <c>file_unknown</c>, <c>size_differs</c>, <c>checksum_differs</c>, <c>schema_differs</c>,
/// <c>chain_broken</c>, <c>signature_missing</c>, <c>signature_wrong</c> or a code of <see cref="DataErrorCodes"/>.</param>
/// <param name="File">Path relative to the manifest.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record ReleaseProblem(string Code, string File, string Message);

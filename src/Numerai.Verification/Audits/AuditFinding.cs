namespace Numerai.Verification.Audits;

/// <summary>Something that is off.</summary>
/// <param name="Code">Stable; docs/verify.md lists them.</param>
/// <param name="Where">The entry, commitment, round or file that it was found at.</param>
/// <param name="Message">What it says and what it should say.</param>
public sealed record AuditFinding(string Code, string Where, string Message);

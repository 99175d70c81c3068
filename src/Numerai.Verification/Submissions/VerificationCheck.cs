namespace Numerai.Verification.Submissions;

/// <summary>One thing that was checked.</summary>
/// <param name="Subject">Such as "submission file", "mmc", "payout (wei)", or the kind of a committed document.</param>
/// <param name="Published">What the round says.</param>
/// <param name="Computed">What comes out when it is computed again; null when that can't be done.</param>
/// <param name="Holds">Whether they agree; null for what can't be computed again.</param>
/// <param name="Note">Why not, or what was done.</param>
/// <param name="Code">What it is called when it does not hold: stable, see docs/verify.md.</param>
public sealed record VerificationCheck(string Subject, string Published, string? Computed, bool? Holds, string Note, string Code);

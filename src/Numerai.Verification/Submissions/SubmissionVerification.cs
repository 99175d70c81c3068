using System.Collections.Immutable;

namespace Numerai.Verification.Submissions;

/// <summary>Everything that was checked about one model's submission in one round.</summary>
/// <param name="Paid">Wei that the round pays the model, as computed again.</param>
/// <param name="Burned">Wei that it burns, as computed again.</param>
public sealed record SubmissionVerification(
    string Round, string Model, string Paid, string Burned, ImmutableArray<VerificationCheck> Checks)
{
    /// <summary>The first thing that disagrees, or null.</summary>
    public VerificationCheck? FirstOff => Checks.FirstOrDefault(check => check.Holds == false);

    /// <summary>Nothing disagrees. What can't be computed again is told apart in the checks.</summary>
    public bool Verified => FirstOff is null;
}

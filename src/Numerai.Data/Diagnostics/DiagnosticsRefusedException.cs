using Numerai.Data.Submissions;

namespace Numerai.Data.Diagnostics;

/// <summary>The predictions cannot be diagnosed: why, with a code of <see cref="SubmissionErrorCodes"/>.</summary>
public sealed class DiagnosticsRefusedException(SubmissionRefusal refusal) : Exception($"{refusal.Code}: {refusal.Message}")
{
    public SubmissionRefusal Refusal { get; } = refusal;
}

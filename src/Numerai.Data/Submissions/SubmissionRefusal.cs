namespace Numerai.Data.Submissions;

/// <summary>Why a submission was not accepted.</summary>
/// <param name="Code">One of <see cref="SubmissionErrorCodes"/>.</param>
/// <param name="Message">Names the column, the row and what was expected.</param>
public sealed record SubmissionRefusal(string Code, string Message);

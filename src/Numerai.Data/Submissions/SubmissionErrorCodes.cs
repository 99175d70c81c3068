namespace Numerai.Data.Submissions;

/// <summary>The stable codes of a refused submission.</summary>
public static class SubmissionErrorCodes
{
    /// <summary>The file cannot be read at all: empty, truncated, binary, of another type, or unpacking to more than is accepted.</summary>
    public const string File = "invalid_submission_file";

    /// <summary>The columns are not one allowed id column followed by one allowed prediction column.</summary>
    public const string Headers = "invalid_submission_headers";

    /// <summary>Ids are missing, repeated, or too few of them are live.</summary>
    public const string Ids = "invalid_submission_ids";

    /// <summary>A prediction is missing, not a number, out of range, or all predictions are equal.</summary>
    public const string Values = "invalid_submission_values";
}

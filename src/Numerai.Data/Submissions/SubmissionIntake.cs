namespace Numerai.Data.Submissions;

/// <summary>The whole way of an upload: read the file, check it against the round, hand out what scoring needs.</summary>
public static class SubmissionIntake
{
    /// <summary>Reads and checks a file.</summary>
    /// <param name="file">The whole file: CSV or Parquet, plain or gzipped.</param>
    /// <param name="format">What the tournament accepts.</param>
    /// <param name="universe">The round's live ids.</param>
    /// <returns>The valid submission, or a refusal with a code of <see cref="SubmissionErrorCodes"/>.</returns>
    public static (ValidSubmission? Submission, SubmissionRefusal? Refusal) Read(
        ReadOnlyMemory<byte> file, SubmissionFormat format, SubmissionUniverse universe)
    {
        (ParsedSubmission? parsed, SubmissionRefusal? refusal) = SubmissionParser.Parse(file, format);
        return parsed is null ? (null, refusal) : SubmissionValidator.Validate(parsed, format, universe);
    }
}

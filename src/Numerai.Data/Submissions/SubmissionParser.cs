namespace Numerai.Data.Submissions;

/// <summary>Reads an uploaded file, CSV or Parquet, plain or gzipped, into the columns of a submission.</summary>
public static class SubmissionParser
{
    /// <summary>Reads a file. What it is, its first bytes tell, not its name.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="format">The columns the tournament accepts, and the most bytes it may unpack to.</param>
    /// <returns>The submission, or a refusal: <c>invalid_submission_file</c>, <c>invalid_submission_headers</c>, or
    /// <c>invalid_submission_values</c> when a Parquet file's prediction column is not numeric.</returns>
    public static (ParsedSubmission? Submission, SubmissionRefusal? Refusal) Parse(ReadOnlyMemory<byte> file, SubmissionFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        (ReadOnlyMemory<byte> content, SubmissionRefusal? refusal) = SubmissionFile.Unpack(file, format.MaximumBytes);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        try
        {
            return SubmissionFile.IsParquet(content.Span)
                ? ParquetSubmission.Parse(content, format)
                : CsvSubmission.Parse(content, format);
        }
        catch (DataFormatException fault)
        {
            return (null, new SubmissionRefusal(SubmissionErrorCodes.File, SubmissionText.OneLine(fault.Message)));
        }
    }
}

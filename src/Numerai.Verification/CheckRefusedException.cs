namespace Numerai.Verification;

/// <summary>There is nothing that could be checked: no export, one that broke off, a round that is not settled. Says which.</summary>
public sealed class CheckRefusedException(string code, string message) : IOException(message)
{
    public const string ExportNotFound = "export_not_found";
    public const string ExportTruncated = "export_truncated";
    public const string ExportUnreadable = "export_unreadable";
    public const string ExportVersionUnknown = "export_version_unknown";
    public const string CheckpointNotFound = "checkpoint_not_found";
    public const string RoundNotFound = "round_not_found";
    public const string RoundNotSettled = "round_not_settled";
    public const string SubmissionMissing = "submission_missing";
    public const string DocumentMissing = "document_missing";
    public const string DocumentAltered = "document_altered";
    public const string DocumentUnreadable = "document_unreadable";

    /// <summary>Stable.</summary>
    public string Code => code;
}

using System.Collections.Immutable;

namespace Numerai.Web.Authentication;

/// <summary>What an API key may do. The names are those participants know from their keys.</summary>
internal static class Scopes
{
    public const string ReadUserInfo = "read_user_info";
    public const string ReadSubmissionInfo = "read_submission_info";
    public const string UploadSubmission = "upload_submission";
    public const string Stake = "stake";

    /// <summary>Create models and keys, withdraw.</summary>
    public const string ManageAccount = "manage_account";

    /// <summary>Run the tournament.</summary>
    public const string Operator = "operator";

    /// <summary>What the first key of an account may do.</summary>
    public static ImmutableArray<string> OfParticipants { get; } = [ReadUserInfo, ReadSubmissionInfo, UploadSubmission, Stake, ManageAccount];

    public static ImmutableArray<string> All { get; } = [.. OfParticipants, Operator];
}

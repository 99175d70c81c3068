using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Governance;

namespace Numerai.Tournament.Accounts;

/// <summary>What an API key may do. The names are those participants know from their keys.</summary>
public static class Scopes
{
    public const string ReadUserInfo = "read_user_info";
    public const string ReadSubmissionInfo = "read_submission_info";
    public const string UploadSubmission = "upload_submission";
    public const string Stake = "stake";

    /// <summary>Create models and keys, withdraw.</summary>
    public const string ManageAccount = "manage_account";

    /// <summary>Run the tournament. Only keys of the operator's account have it, whatever is stored with another account's key.</summary>
    public const string Operator = "operator";

    /// <summary>What the first key of an account may do.</summary>
    public static ImmutableArray<string> OfParticipants { get; } = [
        ReadUserInfo, ReadSubmissionInfo, UploadSubmission, Stake, ManageAccount];

    public static ImmutableArray<string> All { get; } = [.. OfParticipants, Operator];

    /// <summary>What a key of the account can have at most.</summary>
    public static ImmutableArray<string> Of(AccountId account) => account == GovernanceState.Operator ? All : OfParticipants;

    /// <summary>
    /// What a stored key gives: keys are trusted with the scopes that are known and that their account can have. Earlier versions stored
    /// others (a null, or operator behind it); those stay in the store and give nothing.
    /// </summary>
    public static ImmutableArray<string> Trusted(AccountId account, ImmutableArray<string> stored) =>
        stored.IsDefaultOrEmpty ? [] : [.. stored.Where(scope => Of(account).Contains(scope, StringComparer.Ordinal))];

    /// <summary>Null when a key of the account can be stored with these.</summary>
    public static Refusal? Check(AccountId account, IReadOnlyCollection<string?> scopes)
    {
        var allowed = Of(account);
        if (scopes.Count > 0 && scopes.All(scope => scope is not null && allowed.Contains(scope, StringComparer.Ordinal)))
        {
            return null;
        }

        // A null is as wrong as an unknown name: it must not read as "nothing wrong found".
        var wrong = scopes.Select(scope => scope ?? "null").FirstOrDefault(scope => !All.Contains(scope, StringComparer.Ordinal));
        return scopes.Count > 0 && wrong is null
            ? new Refusal(RefusalCodes.NotAuthorised, $"Only keys of the operator's account have the scope '{Operator}'.")
            : new Refusal(
                RefusalCodes.InvalidRequest,
                $"The field 'scopes' {(wrong is null ? "is empty" : $"has the unknown scope '{wrong}'")}; scopes are "
                    + $"{string.Join(", ", All)}.");
    }
}

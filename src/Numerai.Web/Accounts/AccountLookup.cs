using Numerai.Contracts;

namespace Numerai.Web.Accounts;

/// <summary>Reads an account's id or username.</summary>
internal static class AccountLookup
{
    /// <summary>A username leads to its id by itself, so nothing is asked; whether the account exists shows when it is.</summary>
    public static AccountId Read(string idOrUsername) =>
        Guid.TryParseExact(idOrUsername, "D", out var id) ? new AccountId(id) : NamedUuid.Account(idOrUsername);
}

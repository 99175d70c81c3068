using Numerai.Contracts;

namespace Numerai.Tournament.Ledger;

/// <summary>
/// Names of the ledger's accounts. <see cref="Issued"/> is the counter-account of all NMR that came into these books and is the only
/// one that goes below zero: its negative is the minted total, net of withdrawals.
/// </summary>
public static class LedgerAccounts
{
    public const string Issued = "issued";
    public const string Treasury = "treasury";
    public const string Burned = "burned";
    public const string AgreementPrefix = "agreement:";

    public static string Wallet(AccountId account) => $"wallet:{account}";

    /// <summary>What holds keep of a wallet.</summary>
    public static string Held(AccountId account) => $"held:{account}";

    public static string Stake(ModelId model) => $"stake:{model}";

    public static string Pending(ModelId model) => $"pending:{model}";

    /// <summary>What is deposited in an agreement or escrow.</summary>
    public static string Agreement(AgreementId agreement) => AgreementPrefix + agreement;

    /// <summary>The part of an account's name before the colon ("wallet", "stake" ...), or all of it.</summary>
    public static string KindOf(string account) =>
        account.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? account[..colon] : account;
}

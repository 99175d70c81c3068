namespace Numerai.Contracts;

/// <summary>An account as its owner sees it.</summary>
/// <param name="Wallet">NMR that is free to be staked or withdrawn.</param>
/// <param name="Held">What holds keep of it; it is not in <paramref name="Wallet"/>.</param>
/// <param name="Holds">All that the operator ever placed, oldest first.</param>
/// <param name="LedgerHead">End of the account's ledger chain.</param>
public sealed record Account(
    AccountId Id,
    string Username,
    DateTimeOffset Registered,
    Nmr Wallet,
    Nmr Held,
    IReadOnlyList<Hold> Holds,
    IReadOnlyList<ApiKey> ApiKeys,
    IReadOnlyList<OwnModel> Models,
    LedgerHead LedgerHead);

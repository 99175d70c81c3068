using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <param name="Power">Wallet and stakes, or an agreement's or escrow's part, at the instant of the snapshot.</param>
/// <param name="Delegate">Whom the account lets vote for it.</param>
public sealed record AccountPower(AccountId Account, Nmr Power, AccountId? Delegate);

using Numerai.Contracts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>NMR that moves between a wallet and another actor, told by that other actor.</summary>
/// <param name="Source">The other actor, such as "agreement/ID". It numbers its transfers and sends one at a time.</param>
/// <param name="Sequence">Later than all before from the same source; one that is not has been booked already.</param>
/// <param name="Account">The other side's account in the ledger.</param>
/// <param name="Incoming">Whether it comes into the wallet.</param>
public sealed record WalletTransfer(
    string Source, long Sequence, LedgerReason Reason, string Account, bool Incoming, Nmr Amount);

public sealed record WalletTransferView(Nmr Wallet);

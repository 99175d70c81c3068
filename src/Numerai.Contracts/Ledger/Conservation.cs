namespace Numerai.Contracts;

/// <summary>
/// Where all NMR is: issued = wallets + stakes + pending + agreements + treasury + burned, what actors hold compared to the ledger.
/// </summary>
/// <param name="Holds">Nothing was made or lost, and actors and ledger agree.</param>
/// <param name="Issued">Minted and deposited, net of withdrawals.</param>
/// <param name="Wallets">With what is held of them.</param>
/// <param name="Agreements">Deposited in agreements and escrows.</param>
/// <param name="Difference">Issued minus everything else.</param>
/// <param name="Gaps">Ledger accounts whose balance is not what its actor holds.</param>
/// <param name="Settling">Rounds being settled; the treasury is compared when there are none.</param>
public sealed record Conservation(
    bool Holds,
    Nmr Issued,
    Nmr Wallets,
    Nmr Stakes,
    Nmr Pending,
    Nmr Agreements,
    Nmr Treasury,
    Nmr Burned,
    Nmr Difference,
    IReadOnlyList<ConservationGap> Gaps,
    IReadOnlyList<RoundId> Settling);

using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Ledger.Audit;

/// <summary>
/// Where all NMR is: <c>issued = wallets + active stakes + pending releases + agreements + treasury + burned</c>, with what actors hold
/// compared to what the ledger says.
/// </summary>
/// <param name="Issued">Minted and deposited, net of withdrawals.</param>
/// <param name="Wallets">With what is held of them.</param>
/// <param name="Agreements">Deposited in agreements and escrows.</param>
/// <param name="Difference">Issued minus everything else; zero, or NMR was made or lost.</param>
/// <param name="Gaps">Ledger accounts whose balance is not what the actor holds.</param>
/// <param name="Settling">Rounds being settled; the treasury is compared when there are none.</param>
public sealed record ConservationReport(
    Nmr Issued,
    Nmr Wallets,
    Nmr ActiveStakes,
    Nmr PendingReleases,
    Nmr Agreements,
    Nmr Treasury,
    Nmr Burned,
    Nmr Difference,
    ImmutableArray<ConservationGap> Gaps,
    ImmutableArray<RoundId> Settling)
{
    public bool Holds => Difference.IsZero && Gaps.IsEmpty;
}

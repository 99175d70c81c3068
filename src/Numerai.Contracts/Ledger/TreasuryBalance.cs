namespace Numerai.Contracts;

/// <summary>The treasury that payouts come from.</summary>
/// <param name="Balance">What is not reserved.</param>
/// <param name="Reserved">Set aside per round that is being settled.</param>
/// <param name="Minted">All that was ever issued, by the operator and by schedules.</param>
/// <param name="Emissions">One for each tournament that has a schedule or had one.</param>
public sealed record TreasuryBalance(
    Nmr Balance,
    IReadOnlyList<RoundStake> Reserved,
    Nmr Minted,
    Nmr Paid,
    Nmr Burned,
    LedgerHead LedgerHead,
    IReadOnlyList<TreasuryEmission> Emissions);

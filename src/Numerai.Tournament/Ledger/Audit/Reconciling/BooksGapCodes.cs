namespace Numerai.Tournament.Ledger.Audit.Reconciling;

/// <summary>Which books differ. Codes are part of the contract: they are added, never changed.</summary>
public static class BooksGapCodes
{
    /// <summary>A stored object a round refers to is missing or is not what was written.</summary>
    public const string ObjectDamaged = "object_damaged";

    /// <summary>The settlement is not what stakes at risk, final scores and settings give.</summary>
    public const string SettlementDiffers = "settlement_differs";

    /// <summary>The Merkle root is not that of the settlement's entries.</summary>
    public const string RootDiffers = "merkle_root_differs";

    /// <summary>The scores people see are not those of the round's final table.</summary>
    public const string ScoresDiffer = "scores_differ";

    /// <summary>The payouts people see are not those of the settlement.</summary>
    public const string PayoutsDiffer = "payouts_differ";

    /// <summary>The ledger did not pay or burn what the settlement says.</summary>
    public const string LedgerDiffers = "ledger_differs";

    /// <summary>An account's balance in the ledger is not what its actor holds.</summary>
    public const string BalanceDiffers = "balance_differs";

    /// <summary>The sum of all balances is not what was issued.</summary>
    public const string ConservationBroken = "conservation_broken";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ObjectDamaged, SettlementDiffers, RootDiffers, ScoresDiffer, PayoutsDiffer, LedgerDiffers, BalanceDiffers, ConservationBroken,
    };
}

namespace Numerai.Verification.Audits;

/// <summary>Codes of findings. They are part of the contract: they are added, never changed.</summary>
public static class AuditCodes
{
    public const string LineUnreadable = "line_unreadable";
    public const string FileAltered = "file_altered";
    public const string CommitmentHashWrong = "commitment_hash_wrong";
    public const string CommitmentLinkBroken = "commitment_link_broken";
    public const string CommitmentOutOfOrder = "commitment_out_of_order";
    public const string CommitmentMissing = "commitment_missing";
    public const string DocumentMissing = "document_missing";
    public const string DocumentAltered = "document_altered";
    public const string DocumentUnreadable = "document_unreadable";
    public const string ScoreMissing = "score_missing";
    public const string PercentileWrong = "percentile_wrong";
    public const string InputWrong = "input_wrong";
    public const string LeafWrong = "leaf_wrong";
    public const string SettlementRootWrong = "settlement_root_wrong";
    public const string EntryHashWrong = "entry_hash_wrong";
    public const string EntryLinkBroken = "entry_link_broken";
    public const string AmountNotPositive = "amount_not_positive";
    public const string TransferRepeated = "transfer_repeated";
    public const string TransferNotAllowed = "transfer_not_allowed";
    public const string BalanceNegative = "balance_negative";
    public const string PayoutNotSettled = "payout_not_settled";
    public const string PayoutWrong = "payout_wrong";
    public const string PayoutMissing = "payout_missing";
    public const string BurnWrong = "burn_wrong";
    public const string BurnMissing = "burn_missing";
    public const string TotalsWrong = "totals_wrong";
    public const string StakeAtRiskWrong = "stake_at_risk_wrong";
    public const string CheckpointHashWrong = "checkpoint_hash_wrong";
    public const string CheckpointLinkBroken = "checkpoint_link_broken";
    public const string CheckpointHeadsWrong = "checkpoint_heads_wrong";
    public const string CheckpointBalancesWrong = "checkpoint_balances_wrong";
    public const string CheckpointCountsWrong = "checkpoint_counts_wrong";
    public const string SupplyNotConserved = "supply_not_conserved";
}

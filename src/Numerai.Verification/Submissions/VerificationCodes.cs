namespace Numerai.Verification.Submissions;

/// <summary>Codes of what a verification finds off. They are part of the contract: they are added, never changed.</summary>
public static class VerificationCodes
{
    public const string CommitmentsBroken = "commitments_broken";
    public const string DocumentAltered = "document_altered";
    public const string InputWrong = "input_wrong";
    public const string SubmissionOther = "submission_other";
    public const string ScoreWrong = "score_wrong";
    public const string PercentileWrong = "percentile_wrong";
    public const string PayoutWrong = "payout_wrong";
    public const string LeafWrong = "leaf_wrong";
    public const string SettlementRootWrong = "settlement_root_wrong";
    public const string LedgerWrong = "ledger_wrong";
}

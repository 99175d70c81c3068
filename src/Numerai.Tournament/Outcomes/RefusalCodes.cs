namespace Numerai.Tournament.Outcomes;

/// <summary>Every refusal code of the domain. Codes are part of the contract: they are added, never changed.</summary>
public static class RefusalCodes
{
    public const string InvalidName = "invalid_name";
    public const string InvalidAmount = "invalid_amount";
    public const string InvalidSettings = "invalid_settings";
    public const string InvalidRequest = "invalid_request";
    public const string UsernameTaken = "username_taken";
    public const string ModelNameTaken = "model_name_taken";
    public const string AccountNotFound = "account_not_found";
    public const string ModelNotFound = "model_not_found";
    public const string ModelNotOwned = "model_not_owned";
    public const string ModelLimitReached = "model_limit_reached";
    public const string KeyNotFound = "api_key_not_found";
    public const string KeyLimitReached = "api_key_limit_reached";
    public const string BalanceInsufficient = "balance_insufficient";
    public const string StakeInsufficient = "stake_insufficient";
    public const string WithdrawalTooEarly = "withdrawal_too_early";
    public const string CommandReused = "command_id_reused";
    public const string RoundNotFound = "round_not_found";
    public const string RoundExists = "round_exists";
    public const string RoundNotOpen = "round_not_open";
    public const string RoundStillOpen = "round_still_open";
    public const string RoundWrongPhase = "round_wrong_phase";
    public const string MetaModelNotFound = "meta_model_not_found";
    public const string RoundNotFullyScored = "round_not_fully_scored";
    public const string TargetDayOutOfOrder = "target_day_out_of_order";
    public const string TargetAlreadyPublished = "target_already_published";
    public const string InvalidTarget = "invalid_target";
    public const string InvalidUniverse = "invalid_universe";
    public const string TreasuryInsufficient = "treasury_insufficient";
    public const string UploadNotFound = "upload_not_found";
    public const string UploadExpired = "upload_expired";
    public const string UploadUsed = "upload_used";
    public const string UploadTooLarge = "upload_too_large";
    public const string UploadMissing = "upload_missing";
    public const string SubmissionNotFound = "submission_not_found";
    public const string DatasetNotFound = "dataset_not_found";
    public const string DatasetExists = "dataset_exists";
    public const string InvalidDatasetName = "invalid_dataset_name";
    public const string NotAuthenticated = "not_authenticated";
    public const string NotAuthorised = "not_authorised";
    public const string AgreementNotFound = "agreement_not_found";
    public const string AgreementExists = "agreement_exists";
    public const string AgreementWrongState = "agreement_wrong_state";
    public const string AgreementWrongParty = "agreement_wrong_party";
    public const string InvalidRatio = "invalid_ratio";
    public const string RatioOverflow = "ratio_overflow";
    public const string FeedNotFound = "feed_not_found";
    public const string FeedNotOwned = "feed_not_owned";
    public const string FeedFull = "feed_full";
    public const string PostNotFound = "post_not_found";
    public const string PostNotMatched = "post_not_matched";
}

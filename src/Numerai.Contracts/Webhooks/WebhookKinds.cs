namespace Numerai.Contracts;

/// <summary>What webhooks can be told. The names are part of the contract: they are added, never changed.</summary>
public static class WebhookKinds
{
    public const string RoundOpened = "round_opened";
    public const string SubmissionRejected = "submission_rejected";
    public const string ScoresPublished = "scores_published";
    public const string PayoutSettled = "payout_settled";

    public static IReadOnlyList<string> All { get; } = [RoundOpened, SubmissionRejected, ScoresPublished, PayoutSettled];
}

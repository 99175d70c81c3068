namespace Numerai.Contracts;

/// <summary>An accepted upload.</summary>
/// <param name="Round">Such as "8/123"; null while queued.</param>
/// <param name="Delayed">Built on the previous round's ids and carried over.</param>
/// <param name="Rows">Live ids with a prediction.</param>
/// <param name="Dropped">Rows whose id is not among the live ids.</param>
/// <param name="Reason">Why a queued submission could not be carried into its round, else null.</param>
/// <param name="Movement">Churn and turnover, where the tournament limits them; null while queued.</param>
/// <param name="Notes">What was left out or ignored, whose ids the file has when they are an earlier round's, and why nothing is at
/// risk.</param>
/// <param name="IdsRound">The round whose ids the file has, such as "8/122"; null for submissions of earlier versions.</param>
public sealed record Submission(
    SubmissionId Id,
    TournamentId Tournament,
    RoundId? Round,
    ModelId Model,
    AccountId Account,
    string Filename,
    string FileSha256,
    SubmissionStatus Status,
    bool Delayed,
    int Rows,
    int Dropped,
    DateTimeOffset Received,
    string? Reason,
    Movement? Movement = null,
    IReadOnlyList<string>? Notes = null,
    RoundId? IdsRound = null);

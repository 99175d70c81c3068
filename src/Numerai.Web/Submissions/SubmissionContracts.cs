using Numerai.Contracts;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Web.Submissions;

/// <param name="Model">Id, or name within the tournament.</param>
/// <param name="Filename">What the participant calls the file.</param>
/// <param name="Tournament">The tournament of a model that is given by name; absent for the default one.</param>
internal sealed record UploadUrlRequest(string Model, string Filename, int? Tournament = null);

/// <param name="Filename">The server's name of the upload.</param>
internal sealed record UploadUrlResponse(string Filename, string Url, DateTimeOffset Expires);

/// <param name="Filename">The server's name of the upload.</param>
/// <param name="LateFor">Number of a closed round to submit late to; absent for the open round or, without one, the next.</param>
internal sealed record CreateSubmissionRequest(string Filename, string Model, int? LateFor = null, int? Tournament = null);

/// <param name="Round">Null while queued.</param>
/// <param name="Rows">Live ids with a prediction.</param>
/// <param name="Dropped">Rows whose id is not among the live ids.</param>
/// <param name="Movement">Churn and turnover, where the tournament limits them; null while queued.</param>
/// <param name="Notes">Sentences for the participant: what was left out or ignored, why nothing is at risk.</param>
/// <param name="IdsRound">The round whose ids the file has: an earlier one than its round for what was queued or delayed. Null for those of
/// earlier versions.</param>
/// <param name="Reason">Why a queued submission could not be carried into its round.</param>
internal sealed record SubmissionResponse(
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
    Movement? Movement,
    IReadOnlyList<string> Notes,
    RoundId? IdsRound)
{
    public static SubmissionResponse Of(SubmissionRecord record) => new(
        record.Id,
        record.Tournament,
        record.Round,
        record.Model,
        record.Account,
        record.Filename,
        record.FileSha256,
        record.Status,
        record.Delayed,
        record.Rows,
        record.Dropped,
        record.Received,
        record.Reason,
        record.Movement,
        record.Notes?.Split('\n') ?? [],
        IdsOf(record));

    /// <summary>
    /// What was accepted before the round of the ids was kept tells it only where it was delayed: then it is the one before.
    /// </summary>
    private static RoundId? IdsOf(SubmissionRecord record) =>
        record.IdsRound ?? (record is { Delayed: true, Round: { } round } ? round with { Number = round.Number - 1 } : null);
}

using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>
/// One accepted upload. Numbers are elsewhere: rank codes in the submission store, the file as it came in the upload store.
/// </summary>
/// <param name="Round">Null while queued.</param>
/// <param name="Filename">The server's name of the upload, which leads to the file.</param>
/// <param name="UniverseSha256">The universe its rank codes are aligned to.</param>
/// <param name="Delayed">Built on the previous round's ids and carried over by the id map.</param>
/// <param name="Dropped">Rows whose id is not in the universe.</param>
/// <param name="Received">When the upload's create call was accepted; the latest one counts.</param>
/// <param name="Reason">Why it was rejected, else null.</param>
/// <param name="Movement">Churn and turnover, where the round's settings limit them; null while queued.</param>
/// <param name="Notes">Sentences for the participant, one a line; null for none.</param>
/// <param name="IdsRound">The round whose ids the file has: an earlier one for what was queued or delayed. Null for those accepted before
/// this was kept.</param>
public sealed record SubmissionRecord(
    SubmissionId Id,
    TournamentId Tournament,
    RoundId? Round,
    ModelId Model,
    AccountId Account,
    string Filename,
    string FileSha256,
    string UniverseSha256,
    SubmissionStatus Status,
    bool Delayed,
    int Rows,
    int Dropped,
    DateTimeOffset Received,
    string? Reason = null,
    Movement? Movement = null,
    string? Notes = null,
    RoundId? IdsRound = null);

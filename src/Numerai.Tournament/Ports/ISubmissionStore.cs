using Numerai.Contracts;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Tournament.Ports;

/// <summary>
/// Accepted submissions and their rank codes, with an index by round and model. The store is where "on time" is decided: accepting
/// reads a round's seal and writes the submission in one transaction, so a submission is either in what the closing round reads, or late.
/// </summary>
public interface ISubmissionStore
{
    /// <summary>
    /// Records a valid submission. Its status becomes <see cref="SubmissionStatus.OnTime"/> only where the record asks for it and the
    /// round is not sealed, else <see cref="SubmissionStatus.Late"/>. The same id again returns what was recorded the first time.
    /// </summary>
    /// <param name="codes">Rank codes aligned to the universe (16 bits each); see Numerai.Scoring's RankCodes.</param>
    Task<SubmissionRecord> AcceptAsync(SubmissionRecord record, ReadOnlyMemory<ushort> codes);

    /// <summary>Turns a queued submission into one of a round, with codes aligned to that round's universe; idempotent.</summary>
    Task<SubmissionRecord> AssignAsync(
        SubmissionId submission, RoundId round, string universeSha256, ReadOnlyMemory<ushort> codes, Movement? movement = null);

    /// <summary>Marks a queued submission as one that could not be carried over, with the reason.</summary>
    Task RejectAsync(SubmissionId submission, string code, string message);

    /// <summary>From now on nothing is on time for this round; idempotent.</summary>
    Task SealAsync(RoundId round);

    Task<bool> IsSealedAsync(RoundId round);

    /// <summary>The latest on-time submission of every model, ordered by model id.</summary>
    Task<IReadOnlyList<SubmissionRecord>> SelectedAsync(RoundId round);

    /// <summary>The latest on-time submission of one model, or null.</summary>
    Task<SubmissionRecord?> SelectedAsync(RoundId round, ModelId model);

    /// <summary>The latest late submission of every model without an on-time one, ordered by model id.</summary>
    Task<IReadOnlyList<SubmissionRecord>> LateAsync(RoundId round);

    /// <summary>The latest queued submission of every model of a tournament, ordered by model id.</summary>
    Task<IReadOnlyList<SubmissionRecord>> QueuedAsync(TournamentId tournament);

    Task<SubmissionRecord?> FindAsync(SubmissionId submission);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<SubmissionRecord>> OfModelAsync(ModelId model, int limit);

    /// <summary>Reads rank codes into one model-major block: row i of <paramref name="destination"/> belongs to submissions[i].</summary>
    Task ReadCodesAsync(IReadOnlyList<SubmissionId> submissions, int rows, Memory<ushort> destination);
}

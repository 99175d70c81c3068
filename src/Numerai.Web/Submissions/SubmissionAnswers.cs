using Numerai.Contracts;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Web.Submissions;

/// <summary>Submissions as REST tells of them.</summary>
internal static class SubmissionAnswers
{
    public static Submission Answer(this SubmissionRecord record) => new(
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

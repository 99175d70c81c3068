using Numerai.Contracts;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Submissions;

/// <summary>What happens to a submission's record, whatever it is stored in.</summary>
internal static class SubmissionRules
{
    public static SubmissionRecord Accepted(SubmissionRecord record, bool isSealed)
    {
        if (record.Round is null)
        {
            return record.Status == SubmissionStatus.Queued
                ? record
                : throw new ArgumentException($"Submission {record.Id} names no round, so it can only be queued, not {record.Status}.");
        }

        return record.Status switch
        {
            SubmissionStatus.OnTime => record with { Status = isSealed ? SubmissionStatus.Late : SubmissionStatus.OnTime },
            SubmissionStatus.Late => record,
            _ => throw new ArgumentException(
                $"Submission {record.Id} names round {record.Round}, so it is on time or late, not {record.Status}."),
        };
    }

    public static SubmissionRecord Assigned(
        SubmissionRecord record, RoundId round, string universeSha256, bool isSealed, Movement? movement)
    {
        if (record.Round == round)
        {
            return record;
        }

        return record.Status == SubmissionStatus.Queued
            ? record with
            {
                Round = round,
                UniverseSha256 = universeSha256,
                Status = isSealed ? SubmissionStatus.Late : SubmissionStatus.OnTime,
                Movement = movement,
            }
            : throw new InvalidOperationException(
                $"Submission {record.Id} is {record.Status} (round {record.Round}); only a queued one can be carried into round {round}.");
    }

    public static SubmissionRecord Rejected(SubmissionRecord record, string code, string message) => record.Status switch
    {
        SubmissionStatus.Queued => record with { Status = SubmissionStatus.Rejected, Reason = $"{code}: {message}" },
        SubmissionStatus.Rejected => record,
        _ => throw new InvalidOperationException(
            $"Submission {record.Id} is {record.Status} in round {record.Round} and can no longer be rejected."),
    };

    public static InvalidOperationException Unknown(SubmissionId submission) => new($"There is no submission {submission}.");
}

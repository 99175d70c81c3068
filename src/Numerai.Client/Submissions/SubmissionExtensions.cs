using Numerai.Contracts;

namespace Numerai.Client.Submissions;

public static class SubmissionExtensions
{
    extension(Submission submission)
    {
        /// <summary>Whether it stands on the ids of an earlier round than the one it is in, for which it was made.</summary>
        public bool OnEarlierIds =>
            submission.Delayed || (submission is { Round: { } round, IdsRound: { } ids } && ids != round);
    }
}

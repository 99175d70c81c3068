using Numerai.Tournament.Identity;

namespace Numerai.Web.GraphQl.Submissions;

/// <param name="Filename">The server's name of the upload.</param>
/// <param name="Selected">Whether it is the one that counts in its round.</param>
/// <param name="Round">For a queued submission the next round.</param>
/// <param name="Status">QUEUED, ON_TIME, LATE or REJECTED.</param>
internal sealed record SubmissionNode(
    SubmissionId Id, string Filename, DateTimeOffset InsertedAt, bool Selected, SubmissionNode.SubmissionRound Round, Tournament.Submissions.SubmissionStatus Status)
{
    internal sealed record SubmissionRound(int Tournament, int Number);
}

using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Submissions;

/// <param name="Filename">The server's name of the upload.</param>
/// <param name="Selected">Whether it is the one that counts in its round.</param>
/// <param name="Round">For a queued submission the next round.</param>
/// <param name="Status">QUEUED, ON_TIME, LATE or REJECTED.</param>
/// <param name="IdsRound">The round whose ids the file has: an earlier one for what was queued or delayed.</param>
/// <param name="Notes">Sentences for the participant.</param>
internal sealed record SubmissionNode(
    SubmissionId Id,
    string Filename,
    DateTimeOffset InsertedAt,
    bool Selected,
    SubmissionNode.SubmissionRound Round,
    SubmissionStatus Status,
    RoundId? IdsRound,
    IReadOnlyList<string> Notes)
{
    internal sealed record SubmissionRound(int Tournament, int Number);
}

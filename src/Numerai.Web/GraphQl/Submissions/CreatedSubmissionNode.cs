using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Submissions;

/// <param name="IdsRound">The round whose ids the file has.</param>
/// <param name="FirstEffectiveDate">Day on which the round opened; null while queued.</param>
internal sealed record CreatedSubmissionNode(
    SubmissionId Id, SubmissionStatus Status, RoundId? Round, IReadOnlyList<string> Notes, string? FirstEffectiveDate, RoundId? IdsRound);

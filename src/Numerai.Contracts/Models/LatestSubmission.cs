namespace Numerai.Contracts;

/// <summary>The submission that a model made last.</summary>
/// <param name="Round">Such as "8/123"; null while it is queued for the next round.</param>
public sealed record LatestSubmission(SubmissionId Id, RoundId? Round, DateTimeOffset Received);

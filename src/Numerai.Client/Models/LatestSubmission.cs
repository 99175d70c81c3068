namespace Numerai.Client.Models;

/// <param name="Round">Such as "8/123"; null while the submission is queued for the next round.</param>
public sealed record LatestSubmission(Guid Id, string? Round, DateTimeOffset Received);

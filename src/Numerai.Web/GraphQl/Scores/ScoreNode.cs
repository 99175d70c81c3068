using Numerai.Contracts;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl.Scores;

/// <summary>A published score.</summary>
/// <param name="DisplayName">The score's name, such as "corr".</param>
/// <param name="Version">Always null: scores have no versions here.</param>
/// <param name="SubmissionId">Of the submission that was scored; null when none of the model is on time in the round.</param>
internal sealed record ScoreNode(
    RoundId RoundId,
    Deferred<SubmissionId?> SubmissionId,
    int RoundNumber,
    DateTimeOffset? RoundResolveTime,
    Deferred<DateTimeOffset?> RoundScoreTime,
    DateTimeOffset? RoundCloseStakingTime,
    double? Value,
    double? Percentile,
    string DisplayName,
    string? Version,
    DateTimeOffset Date,
    int Day,
    DateTimeOffset? ResolveDate,
    bool Resolved);

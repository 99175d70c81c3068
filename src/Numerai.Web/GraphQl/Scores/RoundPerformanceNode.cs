using Numerai.Contracts;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl.Scores;

/// <summary>What a model did in a round.</summary>
/// <param name="Payout">Payout less burn; null until the round resolves.</param>
/// <param name="SubmissionScores">Of the latest scored day.</param>
/// <param name="IntraRoundSubmissionScores">Of every scored day.</param>
internal sealed record RoundPerformanceNode(
    Nmr AtRisk,
    Nmr? Payout,
    Deferred<double?> CorrMultiplier,
    Deferred<double?> MmcMultiplier,
    decimal? RoundPayoutFactor,
    int RoundNumber,
    DateTimeOffset RoundOpenTime,
    DateTimeOffset RoundResolveTime,
    bool RoundResolved,
    string? RoundTarget,
    IReadOnlyList<PerformanceScoreNode> SubmissionScores,
    IReadOnlyList<PerformanceScoreNode> IntraRoundSubmissionScores);

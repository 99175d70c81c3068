using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.GraphQl.Scores;

/// <param name="PayoutPending">Always null: a round pays on the sum of its scores, so no part belongs to one of them; see "payout" of the
/// round.</param>
/// <param name="PayoutSettled">Likewise.</param>
internal sealed record PerformanceScoreNode(
    DateTimeOffset Date, int Day, string DisplayName, Nmr? PayoutPending, Nmr? PayoutSettled, double? Percentile, double? Value)
{
    public static PerformanceScoreNode Of(ScoreRow row) => new(row.Published, row.Day, row.Score, null, null, row.Percentile, row.Value);
}

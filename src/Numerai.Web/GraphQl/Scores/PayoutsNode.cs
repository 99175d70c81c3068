using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Scores;

/// <param name="Actual">Of resolved rounds, the latest first.</param>
/// <param name="Pending">Rounds in which something is at risk; what they pay is known when they resolve.</param>
internal sealed record PayoutsNode(IReadOnlyList<PayoutsNode.Payout> Actual, IReadOnlyList<PayoutsNode.Payout> Pending)
{
    /// <param name="PayoutNmr">Payout less burn.</param>
    /// <param name="PayoutValue">The same, in <paramref name="CurrencySymbol"/>.</param>
    internal sealed record Payout(
        RoundId RoundId,
        int RoundNumber,
        DateTimeOffset RoundResolveTime,
        ModelId ModelId,
        string ModelName,
        string ModelDisplayName,
        Nmr? PayoutNmr,
        Nmr? PayoutValue,
        string CurrencySymbol);
}

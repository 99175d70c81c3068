namespace Numerai.Tournament.Standings;

/// <summary>Means weighted by stake at risk.</summary>
internal static class StakeWeighted
{
    /// <param name="results">Staked models of one account in one round.</param>
    /// <param name="value">Null where a model has none; its stake then does not count.</param>
    /// <returns>0 when no model has a value.</returns>
    public static double Mean(IEnumerable<RoundResult> results, Func<RoundResult, double?> value)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var result in results)
        {
            if (value(result) is { } one)
            {
                var stake = (double)result.AtRisk.Wei;
                sum += stake * one;
                weight += stake;
            }
        }

        return weight > 0 ? sum / weight : 0;
    }
}

namespace Numerai.Scoring.Standing;

/// <summary>A model's standing over a year of rounds.</summary>
public static class Reputation
{
    /// <summary>The plain mean of a score over the rounds the model submitted to; rounds whose score is NaN do not count.</summary>
    /// <param name="scores">Published scores of the rounds inside the window (one year in the tournament's rules).</param>
    /// <returns>NaN when no round counts.</returns>
    public static double Mean(ReadOnlySpan<double> scores)
    {
        double sum = 0;
        int rounds = 0;
        foreach (double score in scores)
        {
            if (!double.IsNaN(score))
            {
                sum += score;
                rounds++;
            }
        }

        return sum / rounds;
    }

    /// <summary>
    /// An account's score of a round: the average over its staked models, weighted by stake. Models whose score is NaN or whose stake
    /// is not positive do not count.
    /// </summary>
    /// <returns>NaN when no model counts.</returns>
    public static double StakeWeighted(ReadOnlySpan<double> scores, ReadOnlySpan<double> stakes)
    {
        if (scores.Length != stakes.Length)
        {
            throw new ArgumentException($"There are {scores.Length} scores and {stakes.Length} stakes; both must be equal.");
        }

        double sum = 0;
        double total = 0;
        for (int model = 0; model < scores.Length; model++)
        {
            if (!double.IsNaN(scores[model]) && stakes[model] > 0)
            {
                sum += scores[model] * stakes[model];
                total += stakes[model];
            }
        }

        return sum / total;
    }
}

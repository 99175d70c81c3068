using Numerai.Scoring;
using Numerai.Scoring.Indexed;

namespace Numerai.Data.Submissions;

/// <summary>The largest churn and turnover of a submission against a model's earlier ones.</summary>
/// <param name="Churn">One minus Spearman's correlation of filled ranks, the largest over the earlier submissions.</param>
/// <param name="Turnover">Half the absolute change of the weights, the largest over the earlier submissions.</param>
public sealed record SubmissionMovement(double Churn, double Turnover)
{
    /// <summary>
    /// Compares a submission with earlier ones. One whose universe overlaps too little is left out; with none left both are 1, as for a
    /// model that did not submit. Source: numerai-tools, <c>calculate_max_churn_and_turnover</c>.
    /// </summary>
    /// <exception cref="ScoringException"><c>zero_std_s1</c> or <c>_s2</c> when a submission does not vary over the shared ids.</exception>
    public static SubmissionMovement Largest(SubmissionSnapshot now, IEnumerable<SubmissionSnapshot> earlier)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(earlier);
        SubmissionMovement? largest = null;
        foreach (SubmissionSnapshot then in earlier)
        {
            if (TryCompare(now, then) is SubmissionMovement movement)
            {
                largest = largest is null
                    ? movement
                    : new SubmissionMovement(Math.Max(largest.Churn, movement.Churn), Math.Max(largest.Turnover, movement.Turnover));
            }
        }

        return largest ?? new SubmissionMovement(1, 1);
    }

    private static SubmissionMovement? TryCompare(SubmissionSnapshot now, SubmissionSnapshot then)
    {
        try
        {
            return new SubmissionMovement(
                IndexedMovement.Churn(now.Ranks, then.Ranks), IndexedMovement.Turnover(now.Weights, then.Weights));
        }
        catch (ScoringException refusal)
            when (refusal.Code is ScoringErrorCodes.NotEnoughOverlapFirst or ScoringErrorCodes.NotEnoughOverlapSecond)
        {
            return null;
        }
    }
}

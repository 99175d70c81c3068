using System.Globalization;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>Says what churn and turnover of a submission come to.</summary>
internal static class MovementNotes
{
    public static IReadOnlyList<string> Of(MovementSettings limits, Movement movement)
    {
        if (movement.WithinLimits)
        {
            return [];
        }

        return movement.Compared == 0
            ? [$"The model had nothing on time in the {limits.Days} days before, so nothing is at risk in this round."]
            :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Churn is {movement.Churn:P1} (below {limits.MaximumChurn:P0} is needed) and turnover {movement.Turnover:P1} (below "
                        + $"{limits.MaximumTurnover:P0}), so nothing is at risk in this round."),
            ];
    }
}

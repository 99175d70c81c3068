using System.Collections.Immutable;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>Percentiles of published scores within a round.</summary>
public static class Percentiles
{
    /// <summary>
    /// Fills every score's percentile: the share of the models with that score whose value is at or below. Orders by model id.
    /// </summary>
    public static ImmutableArray<ModelScores> Fill(ImmutableArray<ModelScores> models)
    {
        var sorted = models.SelectMany(model => model.Scores)
            .GroupBy(score => score.Key, score => score.Value.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Order().ToArray(), StringComparer.Ordinal);
        return
        [
            .. models.OrderBy(model => model.Model).Select(model => model with
            {
                Scores = model.Scores.ToImmutableSortedDictionary(
                    score =>
                        score.Key, score =>
                            score.Value with { Percentile = Of(sorted[score.Key], score.Value.Value) }, StringComparer.Ordinal),
            }),
        ];
    }

    private static double Of(double[] sorted, double value)
    {
        var low = 0;
        var high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return (double)low / sorted.Length;
    }
}

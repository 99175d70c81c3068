using Numerai.Scoring.Ranking;

namespace Numerai.Data.Targets;

/// <summary>Turns continuous targets of one era into the five values participants see, with shares of 5, 20, 50, 20 and 5 %.</summary>
public static class TargetBins
{
    /// <summary>Ranks (ties in row order) and bins. A missing value stays NaN.</summary>
    /// <param name="values">One value a row, any scale.</param>
    /// <returns>0, 0.25, 0.5, 0.75 or 1 a row.</returns>
    public static float[] Of(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        Ranks.TieBroken(values, ranks);
        return Array.ConvertAll(ranks, rank => rank switch
        {
            double.NaN => float.NaN,
            < 0.05 => 0f,
            < 0.25 => 0.25f,
            < 0.75 => 0.5f,
            < 0.95 => 0.75f,
            _ => 1f,
        });
    }
}

using Numerai.Scoring.Ranking;

namespace Numerai.Simulations.Agents;

/// <summary>Mixes noise into an order of rows.</summary>
internal static class RankNoise
{
    /// <summary><c>(1 - share) * rank + share * uniform</c>.</summary>
    public static double[] Blend(ReadOnlySpan<double> values, double share, Random random)
    {
        var blended = new double[values.Length];
        Ranks.TieKept(values, blended);
        if (share > 0)
        {
            for (var row = 0; row < blended.Length; row++)
            {
                blended[row] = ((1 - share) * blended[row]) + (share * random.NextDouble());
            }
        }

        return blended;
    }

    public static double[] Of(int rows, Random random)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = random.NextDouble();
        }

        return values;
    }
}

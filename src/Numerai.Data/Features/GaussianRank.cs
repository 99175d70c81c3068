using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Data.Features;

/// <summary>Puts the values of one era on the normal scale by their tie-kept ranks, so that no outlier outweighs the rest. A missing value
/// becomes 0, the middle.</summary>
internal static class GaussianRank
{
    public static double[] Of(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }

        return Of(wide);
    }

    public static double[] Of(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = double.IsNaN(ranks[i]) ? 0 : NormalQuantile.Of(ranks[i]);
        }

        return ranks;
    }
}

namespace Numerai.Simulations.Research;

/// <summary>Plain statistics of series; NaN counts nowhere.</summary>
internal static class SeriesStatistics
{
    public static double Mean(double[] series)
    {
        double sum = 0;
        var count = 0;
        foreach (var value in series)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Mean over population standard deviation.</summary>
    public static double Sharpe(double[] series)
    {
        var mean = Mean(series);
        double squares = 0;
        var count = 0;
        foreach (var value in series)
        {
            if (!double.IsNaN(value))
            {
                squares += (value - mean) * (value - mean);
                count++;
            }
        }

        return count == 0 || squares == 0 ? double.NaN : mean / Math.Sqrt(squares / count);
    }

    /// <summary>Spearman's rank correlation.</summary>
    public static double RankCorrelation(double[] left, double[] right)
    {
        var (first, second) = (new double[left.Length], new double[right.Length]);
        Scoring.Ranking.Ranks.TieKept(left, first);
        Scoring.Ranking.Ranks.TieKept(right, second);
        return Scoring.Statistics.Correlation.Pearson(first, second);
    }
}

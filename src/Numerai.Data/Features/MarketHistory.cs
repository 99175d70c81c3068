using Numerai.Data.Panels;

namespace Numerai.Data.Features;

/// <summary>The histories of all securities of a panel, with the market and sector returns they are measured against.</summary>
internal sealed class MarketHistory
{
    /// <summary>Days a missing price or volume is carried forward before the security counts as gone.</summary>
    public const int LongestFillDays = 5;

    private const int BetaDays = 252;
    private const int LeastBetaDays = 60;
    private const double LargestReturn = 0.25;

    public MarketHistory(PricePanel panel)
    {
        var days = panel.Dates.Count;
        var logClose = Each(panel, s => Filled(panel.Close(s), Math.Log));
        var returns = logClose.Select(Returns).ToArray();
        Market = MeanReturn(days, returns);
        var sectors = panel.Sectors.Select((sector, s) => (sector, s)).GroupBy(p => p.sector, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => MeanReturn(days, g.Select(p => returns[p.s]).ToArray()), StringComparer.Ordinal);
        Securities = Each(panel, s => new SecurityHistory(s, panel.Sectors[s])
        {
            LogClose = logClose[s],
            Return = returns[s],
            Residual = Residuals(returns[s], Market),
            SectorExcess = Less(returns[s], sectors[panel.Sectors[s]]),
            LogVolume = Filled(panel.DollarVolume(s), v => Math.Log(1 + v)),
            Market = Market,
            SectorReturn = sectors[panel.Sectors[s]],
        });
    }

    public SecurityHistory[] Securities { get; }

    public double[] Market { get; }

    private static T[] Each<T>(PricePanel panel, Func<int, T> make)
    {
        var made = new T[panel.Securities.Count];
        Parallel.For(0, made.Length, s => made[s] = make(s));
        return made;
    }

    private static double[] Filled(ReadOnlySpan<double> values, Func<double, double> transform)
    {
        var filled = new double[values.Length];
        var age = LongestFillDays + 1;
        var last = double.NaN;
        for (var day = 0; day < values.Length; day++)
        {
            (last, age) = double.IsNaN(values[day]) ? (last, age + 1) : (transform(values[day]), 0);
            filled[day] = age <= LongestFillDays ? last : double.NaN;
        }

        return filled;
    }

    private static double[] Returns(double[] logClose)
    {
        var returns = new double[logClose.Length];
        returns[0] = double.NaN;
        for (var day = 1; day < returns.Length; day++)
        {
            returns[day] = logClose[day] - logClose[day - 1];
        }

        return returns;
    }

    /// <summary>Mean return a day, each return clipped to 25 % so that one bad print does not move the market. 0 on days without any
    /// return.</summary>
    private static double[] MeanReturn(int days, double[][] returns)
    {
        var mean = new double[days];
        for (var day = 0; day < days; day++)
        {
            double sum = 0;
            var count = 0;
            foreach (var series in returns)
            {
                if (!double.IsNaN(series[day]))
                {
                    sum += Math.Clamp(series[day], -LargestReturn, LargestReturn);
                    count++;
                }
            }

            mean[day] = count == 0 ? 0 : sum / count;
        }

        return mean;
    }

    private static double[] Less(double[] returns, double[] other)
    {
        var less = new double[returns.Length];
        for (var day = 0; day < less.Length; day++)
        {
            less[day] = returns[day] - other[day];
        }

        return less;
    }

    /// <summary>Market-model residuals with the beta of the 252 days before, halfway shrunk to 1; beta 1 while fewer than 60 days are
    /// known.</summary>
    private static double[] Residuals(double[] returns, double[] market)
    {
        var residuals = new double[returns.Length];
        double n = 0, sumR = 0, sumM = 0, sumRM = 0, sumMM = 0;
        for (var day = 0; day < returns.Length; day++)
        {
            var variance = (sumMM / n) - (sumM / n * (sumM / n));
            var beta = n >= LeastBetaDays && variance > 0 ? ((sumRM / n) - (sumR / n * (sumM / n))) / variance : 1;
            residuals[day] = returns[day] - ((0.5 + (0.5 * beta)) * market[day]);
            Count(day, 1);
            Count(day - BetaDays, -1);
        }

        return residuals;

        void Count(int day, int sign)
        {
            if (day >= 0 && !double.IsNaN(returns[day]))
            {
                n += sign;
                sumR += sign * returns[day];
                sumM += sign * market[day];
                sumRM += sign * returns[day] * market[day];
                sumMM += sign * market[day] * market[day];
            }
        }
    }
}

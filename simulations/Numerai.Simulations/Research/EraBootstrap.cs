using MathNet.Numerics.Statistics;

namespace Numerai.Simulations.Research;

/// <summary>
/// Confidence intervals by the circular block bootstrap: resamples are made of blocks of consecutive eras, since weekly eras with 20-day
/// targets depend on their neighbours. One seed gives one set of resamples, so statistics of several series are paired.
/// </summary>
public sealed class EraBootstrap
{
    private const double Tail = 0.025;
    private readonly int[][] _resamples;
    private readonly int _eras;

    /// <param name="eras">Length of the series.</param>
    /// <param name="blockEras">Consecutive eras drawn together; 1 for independent observations.</param>
    public EraBootstrap(int eras, int blockEras, int resamples, int seed)
    {
        _eras = eras;
        var random = Seeds.Stream(seed, 60, eras, blockEras);
        _resamples = [.. Enumerable.Range(0, eras == 0 ? 0 : resamples).Select(_ => Draw(random, eras, blockEras))];
    }

    /// <summary>A statistic of one series.</summary>
    public Interval Of(double[] series, Func<double[], double> statistic) =>
        Of(places => statistic(Array.ConvertAll(places, place => series[place])));

    /// <summary>A statistic of whatever stands at the given places.</summary>
    public Interval Of(Func<int[], double> statistic)
    {
        if (_eras == 0)
        {
            return Interval.None;
        }

        var drawn = _resamples.AsParallel().AsOrdered().Select(statistic).Where(double.IsFinite).Order().ToArray();
        var value = statistic([.. Enumerable.Range(0, _eras)]);
        return drawn.Length == 0
            ? new Interval(value, double.NaN, double.NaN)
            : new Interval(value, Quantile(drawn, Tail), Quantile(drawn, 1 - Tail));
    }

    /// <summary>Straight lines between neighbours, as numpy's and R's default.</summary>
    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    private static int[] Draw(Random random, int eras, int blockEras)
    {
        var drawn = new int[eras];
        for (var place = 0; place < eras;)
        {
            var start = random.Next(eras);
            for (var offset = 0; offset < blockEras && place < eras; offset++)
            {
                drawn[place++] = (start + offset) % eras;
            }
        }

        return drawn;
    }
}

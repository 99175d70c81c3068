using Numerai.Data.Features;

namespace Numerai.Data.Tests.Features;

public sealed class WindowStatisticsTests
{
    private static readonly double[] Values = [2, 4, 4, 4, 5, 5, 7, 9];

    [Fact]
    public void Moments_agree_with_values_worked_out_by_hand()
    {
        Assert.Equal(5, WindowStatistics.Mean(Values));
        Assert.Equal(2, WindowStatistics.Deviation(Values));
        Assert.Equal(42.0 / 8 / 8, WindowStatistics.Skewness(Values), 12);
        Assert.Equal(356.0 / 8 / 16, WindowStatistics.Kurtosis(Values), 12);
    }

    [Fact]
    public void A_straight_line_has_trend_one_and_its_slope()
    {
        double[] line = [1, 3, 5, 7, 9];
        double[] time = [0, 1, 2, 3, 4];
        Assert.Equal(1, WindowStatistics.Trend(line), 12);
        Assert.Equal(-1, WindowStatistics.Trend([9, 7, 5, 3, 1]), 12);
        Assert.Equal(2, WindowStatistics.Slope(line, time), 12);
        Assert.Equal(1, WindowStatistics.Correlation(line, time), 12);
    }

    [Fact]
    public void Drawdown_is_the_largest_fall_from_an_earlier_high()
    {
        Assert.Equal(5, WindowStatistics.Drawdown([1, 6, 3, 7, 2, 4]));
        Assert.Equal(0, WindowStatistics.Drawdown([1, 2, 3]));
    }

    [Fact]
    public void Downside_and_sign_balance_look_at_one_side_only()
    {
        Assert.Equal(Math.Sqrt(13.0 / 4), WindowStatistics.DownsideDeviation([-2, 5, -3, 0]), 12);
        Assert.Equal(-0.25, WindowStatistics.SignBalance([-2, 5, -3, 0]), 12);
    }

    [Fact]
    public void A_missing_value_or_a_missing_window_makes_every_statistic_missing()
    {
        double[] hole = [1, double.NaN, 3];
        Func<double[], double>[] all =
        [
            x => WindowStatistics.Mean(x), x => WindowStatistics.Deviation(x), x => WindowStatistics.Skewness(x),
            x => WindowStatistics.Kurtosis(x), x => WindowStatistics.Trend(x), x => WindowStatistics.Maximum(x),
            x => WindowStatistics.Minimum(x), x => WindowStatistics.DownsideDeviation(x), x => WindowStatistics.SignBalance(x),
        ];
        Assert.All(all, statistic => Assert.True(double.IsNaN(statistic(hole))));
        Assert.All(all, statistic => Assert.True(double.IsNaN(statistic([]))));
    }

    [Fact]
    public void A_ratio_without_variation_is_missing()
    {
        Assert.True(double.IsNaN(WindowStatistics.Slope([1, 2, 3], [4, 4, 4])));
        Assert.True(double.IsNaN(WindowStatistics.Skewness([4, 4, 4])));
    }
}

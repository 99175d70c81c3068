using Numerai.Simulations.Economy;
using Numerai.Simulations.Research;

namespace Numerai.Simulations.Tests;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 }, 0)]
    [InlineData(new double[] { 0, 0, 0, 1 }, 0.75)]
    [InlineData(new double[] { 1, 2, 3 }, 2.0 / 9)]
    [InlineData(new double[] { }, 0)]
    public void Gini_agrees_with_values_worked_out_by_hand(double[] amounts, double expected) =>
        Assert.Equal(expected, Inequality.Gini(amounts), 12);

    [Fact]
    public void Bootstrap_interval_of_a_mean_of_independent_values_has_the_width_theory_gives()
    {
        var random = Seeds.Stream(1, 2);
        var series = Enumerable.Range(0, 400).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 0.1, 1)).ToArray();
        var interval = new EraBootstrap(series.Length, 1, 2000, 1).Of(series, values => values.Average());
        Assert.InRange(interval.High - interval.Low, 0.16, 0.24);
        Assert.InRange(interval.Value, interval.Low, interval.High);
    }

    [Fact]
    public void One_trial_that_is_always_best_is_not_overfitted_and_the_best_of_pure_noise_is()
    {
        double[][] skilled = [.. Enumerable.Range(0, 6).Select(trial => Noise(trial, trial == 0 ? 1 : 0))];
        double[][] lucky = [.. Enumerable.Range(0, 40).Select(trial => Noise(trial, 0))];
        Assert.Equal(0, BacktestOverfitting.Probability(skilled));
        Assert.InRange(BacktestOverfitting.Probability(lucky), 0.15, 1);
    }

    [Fact]
    public void Deflated_sharpe_believes_skill_and_doubts_the_best_of_many_lucky_ones()
    {
        var lucky = Enumerable.Range(0, 50).Select(trial => Noise(trial, 0)).Select(series => (series, sharpe: series.Average()))
            .OrderByDescending(pair => pair.sharpe).ToList();
        Assert.True(BacktestOverfitting.DeflatedSharpe(Noise(99, 0.6), [0.6, 0.5, 0.55], 1) > 0.95);
        Assert.True(BacktestOverfitting.DeflatedSharpe(lucky[0].series, [.. lucky.Select(pair => pair.sharpe)], 1) < 0.95);
    }

    private static double[] Noise(int seed, double mean)
    {
        var values = new double[240];
        MathNet.Numerics.Distributions.Normal.Samples(Seeds.Stream(seed, 4), values, mean, 1);
        return values;
    }
}

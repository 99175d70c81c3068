using Numerai.Simulations.Markets;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

public sealed class PortfolioTests
{
    private static readonly PortfolioScenario _options = new() { PositionLimit = 0.02, TurnoverLimit = 0.2, Capacities = [1e6, 1e8, 1e10] };

    [Fact]
    public void The_portfolio_is_neutral_and_keeps_its_limits_every_week()
    {
        var result = PortfolioBacktest.Run(Eras(30), _options)!;
        Assert.All(result.Weeks, week =>
        {
            Assert.InRange(week.NetExposure, -0.02, 0.02);
            Assert.InRange(week.Beta, -0.03, 0.03);
            Assert.InRange(week.LargestPosition, 0, 0.025);
            Assert.InRange(week.Turnover, 0, 0.2 + 0.02);
        });
    }

    [Fact]
    public void Costs_lower_the_return_and_more_capital_pays_more_impact()
    {
        var result = PortfolioBacktest.Run(Eras(30), _options)!;
        Assert.True(result.Net.YearlyReturn < result.Gross.YearlyReturn);
        Assert.True(result.Capacity[0].YearlyReturn > result.Capacity[1].YearlyReturn);
        Assert.True(result.Capacity[1].YearlyReturn > result.Capacity[2].YearlyReturn);
        var free = PortfolioBacktest.Run(Eras(30), _options with { CostBasisPoints = 0, ImpactCoefficient = 0 })!;
        Assert.Equal(free.Gross.YearlyReturn, free.Net.YearlyReturn, 12);
    }

    [Fact]
    public void A_signal_that_knows_the_returns_earns_and_its_opposite_loses()
    {
        var eras = Eras(30);
        var knowing = eras.Select(era => era with { Signal = era.Securities.NextReturn }).ToList();
        var opposite = eras.Select(era => era with { Signal = Array.ConvertAll(era.Securities.NextReturn, value => -value) }).ToList();
        Assert.True(PortfolioBacktest.Run(knowing, _options)!.Gross.YearlyReturn > 0.3);
        Assert.True(PortfolioBacktest.Run(opposite, _options)!.Gross.YearlyReturn < -0.3);
    }

    [Fact]
    public void Without_a_meta_model_there_is_no_portfolio() =>
        Assert.Null(PortfolioBacktest.Run([.. Eras(3).Select(era => era with { Signal = null })], _options));

    private static List<PortfolioEra> Eras(int count) => [.. Enumerable.Range(1, count).Select(Era)];

    private static PortfolioEra Era(int round)
    {
        const int Rows = 300;
        var random = Seeds.Stream(8, round);
        var fixedly = Seeds.Stream(9);
        double[] Draw(Random source, double scale) =>
            [.. Enumerable.Range(0, Rows).Select(_ => scale * MathNet.Numerics.Distributions.Normal.Sample(source, 0, 1))];
        var securities = new MarketSecurities(
            [.. Enumerable.Range(0, Rows)],
            Draw(random, 0.03),
            Array.ConvertAll(Draw(fixedly, 0.3), value => 1 + value),
            [.. Enumerable.Range(0, Rows).Select(row => row % 5)],
            [.. Enumerable.Repeat(0.02, Rows)],
            [.. Enumerable.Repeat(1e7, Rows)]);
        return new PortfolioEra(round, Draw(random, 1), securities);
    }
}

using Numerai.Simulations.Markets;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

public sealed class SyntheticMarketTests
{
    private static readonly MarketScenario _options = new() { Kind = "synthetic", Securities = 400, Features = 16, DelistingChance = 0.01 };

    [Fact]
    public void Targets_have_the_shares_of_a_release_and_miss_only_what_is_delisted()
    {
        var era = Read(3);
        var target = era.Targets[0].Where(value => !float.IsNaN(value)).ToArray();
        Assert.InRange(target.Length, 340, 399);
        foreach (var (bin, share) in new[] { (0f, 0.05), (0.25f, 0.2), (0.5f, 0.5), (0.75f, 0.2), (1f, 0.05) })
        {
            Assert.Equal(share, target.Count(value => value == bin) / (double)target.Length, 2);
        }
    }

    [Fact]
    public void Features_fill_five_bins_about_alike_apart_from_missing_ones_in_the_middle()
    {
        var era = Read(5);
        for (var bin = 0; bin < 5; bin++)
        {
            var share = Enumerable.Range(0, 16).Average(
                feature => era.Features.Column(feature).ToArray().Count(value => value == bin) / 400.0);
            Assert.InRange(share, 0.15, 0.26);
        }
    }

    [Fact]
    public void Ids_are_new_every_era_and_in_order()
    {
        var market = new SyntheticMarket(_options, 1, 10);
        var (first, second) = (market.Read(1), market.Read(2));
        Assert.Empty(first.Ids.Intersect(second.Ids));
        Assert.Equal(first.Ids.Order(StringComparer.Ordinal), first.Ids);
        Assert.NotEqual(first.Securities!.Numbers, second.Securities!.Numbers);
    }

    [Fact]
    public void A_market_is_the_same_for_the_same_seed_and_another_for_another()
    {
        Assert.Equal(Read(4).Features.Bins.ToArray(), Read(4).Features.Bins.ToArray());
        Assert.NotEqual(Read(4).Features.Bins.ToArray(), Read(4, seed: 2).Features.Bins.ToArray());
    }

    [Fact]
    public void Returns_have_heavier_tails_than_normal_ones()
    {
        var market = new SyntheticMarket(_options with { TailDegrees = 3 }, 1, 10);
        var returns = Enumerable.Range(1, 20).SelectMany(era => market.Read(era).Securities!.NextReturn)
            .Where(value => !double.IsNaN(value)).ToArray();
        var mean = returns.Average();
        var variance = returns.Average(value => Math.Pow(value - mean, 2));
        Assert.True(returns.Average(value => Math.Pow(value - mean, 4)) / (variance * variance) > 3.5);
    }

    [Fact]
    public void Bear_rounds_are_stressed_and_volatile()
    {
        var market = new SyntheticMarket(_options with { BearRounds = [1, 20], StressChance = 0 }, 1, 10);
        var eras = Enumerable.Range(1, 25).Select(market.Read).ToList();
        Assert.All(eras, era => Assert.Equal(era.Number > 10, era.Stressed));
    }

    private static MarketEra Read(int era, int seed = 1)
    {
        var market = new SyntheticMarket(_options, seed, 10);
        return Enumerable.Range(1, era).Select(market.Read).Last();
    }
}

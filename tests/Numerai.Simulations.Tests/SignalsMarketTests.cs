using Numerai.Data.Panels;
using Numerai.Scoring.Statistics;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

public sealed class SignalsMarketTests
{
    public static TheoryData<string> Kinds => ["synthetic", "prices"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_universe_has_tickers_that_stay_orthonormal_neutralizers_and_targets_that_cover_it(string kind)
    {
        var market = Make(kind);
        var (first, second) = (market.Read(1), market.Read(2));
        Assert.Equal(first.Ids.Order(StringComparer.Ordinal), first.Ids);
        Assert.True(first.Ids.Intersect(second.Ids, StringComparer.Ordinal).Count() > 0.9 * first.Ids.Length);
        Assert.All(first.Signals!.Aliases["ticker"].Zip(first.Ids), pair => Assert.Equal(pair.First + "_US", pair.Second));
        var weights = first.Signals.SampleWeights;
        Assert.Equal(1, weights.Average(), 9);
        foreach (var left in first.Signals.Neutralizers)
        {
            foreach (var right in first.Signals.Neutralizers)
            {
                var product = FixedLanes.Dot([.. left.Select((value, row) => value * weights[row])], right);
                Assert.Equal(ReferenceEquals(left, right) ? 1 : 0, product, 9);
            }
        }

        Assert.Equal(4, first.Targets.Length);
        Assert.All(first.Targets, target => Assert.True(target.Count(value => !float.IsNaN(value)) > 0.8 * first.Ids.Length));
        Assert.Equal(first.Targets, first.Signals.TargetsAfter(60));
        Assert.NotEqual(first.Targets[0], first.Signals.TargetsAfter(5)[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_target_that_pays_is_neutral_to_what_portfolios_are(string kind)
    {
        var era = Make(kind).Read(1);
        double[] centred = [.. era.Targets[0].Select(value => float.IsNaN(value) ? 0 : value - 0.5)];
        var raw = era.Targets[3].Select(value => float.IsNaN(value) ? 0 : value - 0.5).ToArray();
        Assert.True(Explained(era, centred) < 0.3 * Explained(era, raw), $"{Explained(era, centred)} of {Explained(era, raw)}");
    }

    /// <summary>Weighted squares of a target that the neutralizers explain.</summary>
    private static double Explained(MarketEra era, double[] target)
    {
        var residual = SignalsBasis.Residual(target, era.Signals!.Neutralizers, era.Signals.SampleWeights);
        return target.Select((value, row) => era.Signals.SampleWeights[row] * ((value * value) - (residual[row] * residual[row]))).Sum();
    }

    private static IMarket Make(string kind) => kind == "synthetic"
        ? new SignalsSyntheticMarket(new MarketScenario { Kind = kind, Securities = 300, Features = 10, DelistingChance = 0.003 }, 4, 20)
        : SignalsPanelMarket.Create(
            Data.Panels.SyntheticMarket.Create(new SyntheticMarketOptions { Seed = 3, Securities = 130, Years = 2.5 }), 100, 0);
}

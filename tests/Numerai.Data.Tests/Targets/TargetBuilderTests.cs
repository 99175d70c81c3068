using Numerai.Data.Features;
using Numerai.Data.Targets;

namespace Numerai.Data.Tests.Targets;

public sealed class TargetBuilderTests
{
    private static readonly RawEra Era = new FeatureBuilder(SmallMarket.Panel).Build(600);
    private readonly TargetBuilder _targets = new(SmallMarket.Panel);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void A_return_begins_two_days_after_the_era_and_lasts_its_days(int days)
    {
        var row = Array.FindIndex(Era.Securities, s => !double.IsNaN(SmallMarket.Panel.Close(s)[602])
            && !double.IsNaN(SmallMarket.Panel.Close(s)[602 + days]));
        var close = SmallMarket.Panel.Close(Era.Securities[row]);
        Assert.Equal((close[602 + days] / close[602]) - 1, _targets.Returns(Era, days)[row], 12);
    }

    [Fact]
    public void A_target_beyond_the_panel_is_not_known()
    {
        var last = new FeatureBuilder(SmallMarket.Panel).Build(SmallMarket.Panel.Dates.Count - 10);
        Assert.True(_targets.IsKnown(last, 7));
        Assert.False(_targets.IsKnown(last, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => _targets.Returns(last, 8));
    }

    [Fact]
    public void Bins_have_shares_of_5_20_50_20_5_percent()
    {
        var bins = TargetBins.Of(Enumerable.Range(0, 400).Select(i => Math.Sin(i)).ToArray());
        Assert.Equal([20, 80, 200, 80, 20], new[] { 0f, 0.25f, 0.5f, 0.75f, 1f }.Select(v => bins.Count(b => b == v)));
    }

    [Theory]
    [InlineData(TargetNeutrality.Factors)]
    [InlineData(TargetNeutrality.Styles)]
    public void A_neutral_target_has_no_mean_in_any_sector_and_no_slope_on_beta_or_size(TargetNeutrality neutrality)
    {
        var target = _targets.Continuous(Era, 20, neutrality);
        foreach (var sector in Enumerable.Range(0, Era.RowCount).GroupBy(i => SmallMarket.Panel.Sectors[Era.Securities[i]]))
        {
            Assert.Equal(0, sector.Average(i => target[i]), 9);
        }

        foreach (var name in new[] { "beta_252", "size_252" })
        {
            var exposure = GaussianRank.Of(Era.Feature(FeatureCatalog.IndexOf(name)));
            Assert.Equal(0, exposure.Zip(target, (x, y) => x * y).Sum(), 9);
        }
    }

    [Fact]
    public void A_style_neutral_target_has_no_slope_on_momentum_where_the_factor_neutral_one_has()
    {
        var momentum = GaussianRank.Of(Era.Feature(FeatureCatalog.IndexOf("momentum_252_21")));
        double Slope(TargetNeutrality n) => momentum.Zip(_targets.Continuous(Era, 20, n), (x, y) => x * y).Sum();
        Assert.Equal(0, Slope(TargetNeutrality.Styles), 9);
        Assert.NotEqual(0, Slope(TargetNeutrality.Factors), 3);
    }

    [Fact]
    public void A_security_that_stops_trading_keeps_its_last_price()
    {
        var panel = SmallMarket.Panel;
        var gone = Array.FindIndex(Era.Securities, s => !double.IsNaN(panel.Close(s)[602]) && panel.Close(s)[^1] is double.NaN);
        Assert.SkipWhen(gone < 0, "no security of the small market is delisted after the era");
        Assert.True(double.IsFinite(_targets.Returns(Era, 60)[gone]));
    }
}

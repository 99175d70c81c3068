using Numerai.Data.Eras;
using Numerai.Data.Features;
using Numerai.Data.Panels;

namespace Numerai.Data.Tests.Features;

public sealed class FeatureBuilderTests
{
    [Fact]
    public void There_are_more_than_sixty_features_with_unique_names()
    {
        Assert.True(FeatureCatalog.All.Count >= 60, $"{FeatureCatalog.All.Count} features");
        Assert.Equal(FeatureCatalog.All.Count, FeatureCatalog.All.Select(f => f.Name).Distinct().Count());
        Assert.True(FeatureCatalog.All.Select(f => f.Family).Distinct().Count() >= 7);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(600)]
    [InlineData(797)]
    public void Nothing_after_the_close_of_the_era_changes_its_features(int day)
    {
        var known = new FeatureBuilder(SmallMarket.Panel).Build(day);
        var otherwise = new FeatureBuilder(SmallMarket.WithAnotherFuture(day)).Build(day);
        Assert.NotEmpty(known.Securities);
        Assert.Equal(known.Securities, otherwise.Securities);
        Assert.Equal(known.Features, otherwise.Features);
    }

    [Fact]
    public void Something_on_the_day_itself_changes_most_features()
    {
        var known = new FeatureBuilder(SmallMarket.Panel).Build(600);
        var otherwise = new FeatureBuilder(SmallMarket.WithAnotherFuture(599)).Build(600);
        var changed = Enumerable.Range(0, FeatureCatalog.All.Count).Count(f => !known.Feature(f).SequenceEqual(otherwise.Feature(f)));
        Assert.True(changed > 50, $"only {changed} features noticed");
    }

    [Fact]
    public void Features_of_a_panel_cut_at_the_era_are_the_same()
    {
        var whole = new FeatureBuilder(SmallMarket.Panel).Build(700);
        var cut = new FeatureBuilder(SmallMarket.Panel.Until(700)).Build(700);
        Assert.Equal(whole.Features, cut.Features);
    }

    [Fact]
    public void A_momentum_is_the_log_price_change_and_its_reversal_the_opposite()
    {
        var panel = SmallMarket.Panel;
        var era = new FeatureBuilder(panel).Build(500);
        var row = Array.FindIndex(era.Securities, s => !double.IsNaN(panel.Close(s)[500]) && !double.IsNaN(panel.Close(s)[479])
            && !double.IsNaN(panel.Close(s)[495]));
        var close = panel.Close(era.Securities[row]);
        Assert.Equal(Math.Log(close[500] / close[479]), era.Feature(FeatureCatalog.IndexOf("momentum_21"))[row], 6);
        Assert.Equal(-Math.Log(close[500] / close[495]), era.Feature(FeatureCatalog.IndexOf("reversal_5"))[row], 6);
    }

    [Fact]
    public void Sector_relative_features_have_mean_zero_in_every_sector()
    {
        var era = new FeatureBuilder(SmallMarket.Panel).Build(600);
        var values = era.Feature(FeatureCatalog.IndexOf("sector_relative_volatility_63")).ToArray();
        foreach (var sector in Enumerable.Range(0, era.RowCount).GroupBy(i => SmallMarket.Panel.Sectors[era.Securities[i]]))
        {
            Assert.Equal(0, sector.Where(i => !float.IsNaN(values[i])).Select(i => (double)values[i]).DefaultIfEmpty(0).Average(), 6);
        }
    }

    [Fact]
    public void Eras_are_the_last_trading_days_of_their_weeks_numbered_from_one()
    {
        var eras = new FeatureBuilder(SmallMarket.Panel).Build();
        Assert.Equal(Enumerable.Range(1, eras.Count), eras.Select(e => e.Number));
        Assert.All(eras.SkipLast(1), e => Assert.Equal(DayOfWeek.Friday, e.Date.DayOfWeek));
        Assert.Equal([0, 1, 3], EraCalendar.WeeklyDays([new(2021, 4, 1), new(2021, 4, 9), new(2021, 4, 12), new(2021, 4, 15)]));
        Assert.Equal("0007", EraCalendar.Name(7));
    }

    [Fact]
    public void A_panel_of_a_few_months_is_refused_as_too_short()
    {
        var error = Assert.Throws<DataFormatException>(() => new FeatureBuilder(SmallMarket.Panel.Until(100)).Build());
        Assert.Equal("panel_too_short", error.Code);
    }

    [Fact]
    public void A_panel_of_few_securities_is_refused_as_too_narrow()
    {
        var error = Assert.Throws<DataFormatException>(() => new FeatureBuilder(SmallMarket.Panel).Build(leastSecurities: 81));
        Assert.Equal("panel_too_narrow", error.Code);
    }

    [Fact]
    public void Closes_that_never_change_are_refused_as_such_and_not_as_a_short_panel()
    {
        var market = SmallMarket.Panel;
        var cells = market.Dates.Count * market.Securities.Count;
        var still = new PricePanel(
            market.Dates, market.Securities, market.Sectors, [.. Enumerable.Repeat(10.0, cells)], [.. Enumerable.Repeat(1e6, cells)]);
        var error = Assert.Throws<DataFormatException>(() => new FeatureBuilder(still).Build());
        Assert.Equal("feature_constant", error.Code);
        Assert.Contains("close", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_panel_whose_volume_never_varies_is_refused_naming_the_feature()
    {
        var panel = SmallMarket.Panel;
        var close = Enumerable.Range(0, panel.Securities.Count).SelectMany(s => panel.Close(s).ToArray()).ToArray();
        var flat = new PricePanel(panel.Dates, panel.Securities, panel.Sectors, close, Array.ConvertAll(close, _ => 1e6));
        var error = Assert.Throws<DataFormatException>(() => new FeatureBuilder(flat).Build());
        Assert.Equal("feature_constant", error.Code);
        Assert.Contains("volume", error.Message);
    }
}

using Numerai.Data.Features;

namespace Numerai.Data.Tests.Features;

/// <summary>
/// Features reach back over windows of all lengths; a panel may begin on any day, and be as short, flat or torn as it likes.
/// </summary>
public sealed class FeatureWindowTests
{
    private const int LongestPanel = 300;

    /// <summary>More than the longest window of a feature, two years.</summary>
    private const int LongestHistory = 530;

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, OddPanel.Kinds)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_feature_of_every_day_is_a_number_or_missing(int kind)
    {
        for (var days = 1; days <= LongestHistory; days++)
        {
            var market = new MarketHistory(OddPanel.Of(kind, days, DayOfWeek.Monday));
            foreach (var feature in FeatureCatalog.All.Where(feature => feature.Compute is not null))
            {
                foreach (var history in market.Securities)
                {
                    var value = feature.Compute!(history, days - 1);
                    Assert.False(
                        double.IsInfinity(value), $"{feature.Name} of {history.Security} is {value} after {days} days of kind {kind}.");
                }
            }
        }
    }

    [Theory]
    [InlineData(DayOfWeek.Monday)]
    [InlineData(DayOfWeek.Tuesday)]
    [InlineData(DayOfWeek.Wednesday)]
    [InlineData(DayOfWeek.Thursday)]
    [InlineData(DayOfWeek.Friday)]
    [InlineData(DayOfWeek.Saturday)]
    [InlineData(DayOfWeek.Sunday)]
    public void A_panel_of_any_length_that_starts_on_any_weekday_gives_eras_or_is_refused_with_a_code(DayOfWeek first)
    {
        for (var days = 1; days <= LongestPanel; days++)
        {
            var panel = OddPanel.Of((days + (int)first) % OddPanel.Kinds, days, first);
            try
            {
                var eras = new FeatureBuilder(panel).Build(leastSecurities: 1);
                Assert.All(eras, era => Assert.DoesNotContain(era.Features, float.IsInfinity));
            }
            catch (DataFormatException refused)
            {
                Assert.StartsWith("panel_", refused.Code.Replace("feature_", "panel_", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_window_whose_partner_began_a_day_too_early_is_missing()
    {
        var history = new MarketHistory(OddPanel.Of(0, 127, DayOfWeek.Friday)).Securities[0];
        foreach (var name in new[] { "autocorrelation_126", "lagged_beta_126" })
        {
            var feature = FeatureCatalog.All[FeatureCatalog.IndexOf(name)];
            Assert.True(double.IsNaN(feature.Compute!(history, 125)), name);
        }
    }

    [Fact]
    public void A_panel_whose_126th_day_ends_a_week_is_too_short_and_says_so()
    {
        var panel = OddPanel.Of(0, 126, DayOfWeek.Friday);

        var refused = Assert.Throws<DataFormatException>(() => new FeatureBuilder(panel).Build());

        Assert.Equal(DataErrorCodes.PanelTooShort, refused.Code);
    }
}

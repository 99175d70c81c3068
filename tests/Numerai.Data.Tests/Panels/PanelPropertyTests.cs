using FsCheck.Xunit;
using Numerai.Data.Attacks;
using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Releases;
using Numerai.Data.Signals;
using Numerai.Data.Tests.Releases;

namespace Numerai.Data.Tests.Panels;

/// <summary>Whatever layout a panel comes in, it is the same panel, and everything made of panels works on it or refuses it with a code.
/// </summary>
[Properties(Arbitrary = [typeof(AnyPanel)])]
public sealed class PanelPropertyTests
{
    private static readonly PanelReadOptions _keep = new() { ThinDays = ThinDays.Keep };

    private static readonly DailyReleaseOptions _daily = new()
    {
        Tournament = 11,
        Version = "v1",
        KeyColumn = "numerai_ticker",
        Portfolio = true,
        Rounds = 2,
        ScoringDays = 2,
        HistoryWeeks = 4,
    };

    [Property(MaxTest = 60)]
    public void Every_layout_gives_back_the_days_closes_and_money_that_were_written(AnyPanel any)
    {
        using var folder = new TemporaryFolder();
        any.Write(folder.Path);

        var (panel, report) = PanelFolder.Read(folder.Path, _keep);

        var closes = any.Closes();
        Assert.Equal(any.Dates, panel.Dates);
        Assert.Equal((any.Days, any.Securities), (report.Days, report.Securities));
        for (var security = 0; security < any.Securities; security++)
        {
            Assert.Equal(any.Name(security), panel.Securities[security]);
            Assert.Equal(closes[security], panel.Close(security).ToArray());
            Assert.All(Enumerable.Range(0, any.Days), day => Assert.Equal(
                closes[security][day] * any.Shares(security, day), panel.DollarVolume(security)[day], 1e-6));
        }
    }

    [Property(MaxTest = 40)]
    public void Everything_made_of_a_panel_works_or_is_refused_with_a_code(AnyPanel any)
    {
        using var folder = new TemporaryFolder();
        any.Write(folder.Path);
        var panel = PanelFolder.Read(folder.Path, _keep).Panel;
        var market = new MarketHistory(panel);
        foreach (var feature in FeatureCatalog.All.Where(feature => feature.Compute is not null))
        {
            Assert.All(market.Securities, history =>
                Assert.False(double.IsInfinity(feature.Compute!(history, any.Days - 1)), feature.Name));
        }

        var key = ObfuscationKey.ForDemonstration(1);
        Action[] makers =
        [
            () => new FeatureBuilder(panel).Build(leastSecurities: 1),
            () => ReleaseBuilder.Build(BuiltRelease.Options(new MomentumBenchmark("momentum")), panel, key, folder.File("out")),
            () => ObfuscationAudit.Run(panel, key, [0, 5]),
            () => DailyReleaseBuilder.Build(_daily, panel, folder.File("days")),
        ];
        Assert.All(makers, make =>
        {
            try
            {
                make();
            }
            catch (DataFormatException refused)
            {
                Assert.NotEmpty(refused.Code);
            }
        });
    }
}

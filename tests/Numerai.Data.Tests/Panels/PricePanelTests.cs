using Numerai.Data.Panels;

namespace Numerai.Data.Tests.Panels;

public sealed class PricePanelTests
{
    private static readonly DateOnly Monday = new(2020, 1, 6);

    [Fact]
    public void A_synthetic_market_is_a_valid_panel_and_follows_from_its_seed()
    {
        var options = new SyntheticMarketOptions { Securities = 40, Years = 2 };
        var first = SyntheticMarket.Create(options);
        var again = SyntheticMarket.Create(options);
        var other = SyntheticMarket.Create(options with { Seed = 2 });
        Assert.Equal(504, first.Dates.Count);
        Assert.Equal(first.Close(7).ToArray(), again.Close(7).ToArray());
        Assert.NotEqual(first.Close(7).ToArray(), other.Close(7).ToArray());
    }

    [Fact]
    public void Daily_returns_of_a_synthetic_market_have_heavy_tails()
    {
        var panel = SyntheticMarket.Create(new SyntheticMarketOptions { Securities = 60, Years = 4 });
        var kurtosis = Enumerable.Range(0, 60).Select(s => Kurtosis(panel.Close(s))).Where(double.IsFinite).Average();
        Assert.InRange(kurtosis, 3.5, 40);
    }

    public static TheoryData<string, double[], int[]> BadPanels() => new()
    {
        { "panel_price_not_positive", [1, 0, 1, 1, 1, 1], [0, 1, 2] },
        { "panel_price_not_positive", [1, 1, -3, 1, 1, 1], [0, 1, 2] },
        { "panel_value_not_finite", [1, double.PositiveInfinity, 1, 1, 1, 1], [0, 1, 2] },
        { "panel_duplicate_date", [1, 1, 1, 1, 1, 1], [0, 1, 1] },
        { "panel_dates", [1, 1, 1, 1, 1, 1], [0, 2, 1] },
        { "panel_gap", [1, 1, 1, 1, 1, 1], [0, 1, 40] },
        { "panel_shape", [1, 1, 1, 1, 1], [0, 1, 2] },
    };

    [Theory]
    [MemberData(nameof(BadPanels))]
    public void A_bad_panel_is_refused_by_name(string code, double[] close, int[] days)
    {
        var dates = days.Select(Monday.AddDays).ToArray();
        var error = Assert.Throws<DataFormatException>(() => new PricePanel(dates, ["A", "B"], ["x", "y"], close, new double[6]));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void A_ticker_that_changes_is_two_securities_each_with_its_own_history()
    {
        var days = Enumerable.Range(0, 900).Select(Monday.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToArray();
        var half = days.Length / 2;
        double[] Series(Func<int, bool> trades, int seed) =>
            [.. Enumerable.Range(0, days.Length).Select(day => trades(day) ? 10 + seed + Math.Sin(day * (seed + 1)) : double.NaN)];
        string[] names = ["OLD", "NEW", .. Enumerable.Range(0, 24).Select(i => $"S{i}")];
        var close = Series(day => day < half, 0).Concat(Series(day => day >= half, 0))
            .Concat(Enumerable.Range(1, 24).SelectMany(i => Series(_ => true, i))).ToArray();
        var volume = close.Select((price, i) => double.IsNaN(price) ? double.NaN : 1000 + (i * 37 % 911)).ToArray();
        var panel = new PricePanel(days, names, [.. names.Select((_, i) => i % 2 == 0 ? "x" : "y")], close, volume);
        var eras = new Numerai.Data.Features.FeatureBuilder(panel).Build();
        Assert.All(eras.Where(era => era.Day > half + 10), era => Assert.DoesNotContain(0, era.Securities));
        Assert.All(eras.Where(era => era.Day < half + 150), era => Assert.DoesNotContain(1, era.Securities));
    }

    [Fact]
    public void A_panel_of_one_era_is_refused_as_too_short()
    {
        var days = Enumerable.Range(0, 5).Select(Monday.AddDays).ToArray();
        var names = Enumerable.Range(0, 30).Select(i => $"S{i}").ToArray();
        var close = Enumerable.Range(0, 150).Select(i => 10 + Math.Sin(i)).ToArray();
        var panel = new PricePanel(days, names, [.. names.Select(_ => "x")], close, [.. close.Select(price => price * 1000)]);
        var error = Assert.Throws<DataFormatException>(() => new Numerai.Data.Features.FeatureBuilder(panel).Build());
        Assert.Equal("panel_too_short", error.Code);
    }

    [Fact]
    public void A_negative_volume_is_refused()
    {
        var error = Assert.Throws<DataFormatException>(() => new PricePanel([Monday], ["A"], ["x"], [1], [-1]));
        Assert.Equal("panel_volume_negative", error.Code);
    }

    [Fact]
    public void A_security_listed_twice_is_refused()
    {
        var error = Assert.Throws<DataFormatException>(() => new PricePanel([Monday], ["A", "A"], ["x", "y"], [1, 1], [1, 1]));
        Assert.Equal("panel_duplicate_security", error.Code);
    }

    [Fact]
    public void A_wide_folder_is_read_with_sectors_membership_and_missing_cells()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("daily_adj_close.csv"), "date,A,B\n2020-01-06,1.5,\n2020-01-07,1.6,20\n2020-01-08,1.7,21\n");
        File.WriteAllText(folder.File("daily_dollar_volume_k.csv"), "date,A,B\n2020-01-06,10,\n2020-01-07,11,5\n2020-01-08,12,6\n");
        File.WriteAllText(folder.File("universe.csv"), "ticker,name,sector\nB,\"Bee, Inc\",Energy\nA,Ay,Banks\n");
        File.WriteAllText(folder.File("x_membership.csv"), "ticker,start_date,end_date\nA,2019-01-01,2020-01-07\nB,2020-01-08,\n");
        var panel = PanelFolder.Load(folder.Path);
        Assert.Equal(["Banks", "Energy"], panel.Sectors);
        Assert.Equal([double.NaN, 20, 21], panel.Close(1).ToArray());
        Assert.Equal(11_000, panel.DollarVolume(0)[1]);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(d => panel.IsMember(0, d)));
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(d => panel.IsMember(1, d)));
    }

    [Theory]
    [InlineData("date,A\n2020-01-06,1,2\n", "csv_malformed")]
    [InlineData("date,A\n2020-01-06,x\n", "csv_malformed")]
    [InlineData("date,A\n06.01.2020,1\n", "csv_malformed")]
    [InlineData("", "csv_malformed")]
    [InlineData("date,A\n", "panel_empty")]
    public void A_malformed_price_file_is_refused_by_name(string text, string code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("daily_adj_close.csv"), text);
        File.WriteAllText(folder.File("daily_dollar_volume_k.csv"), text);
        File.WriteAllText(folder.File("universe.csv"), "ticker,sector\nA,Banks\n");
        var error = Assert.Throws<DataFormatException>(() => PanelFolder.Load(folder.Path));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void A_folder_without_prices_is_refused()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<DataFormatException>(() => PanelFolder.Load(folder.Path));
        Assert.Equal("panel_file_missing", error.Code);
    }

    [Fact]
    public void The_real_panel_loads()
    {
        var panel = RealPanel.Load();
        Assert.Equal((5402, 504), (panel.Dates.Count, panel.Securities.Count));
        Assert.Equal(0.596879, panel.Close(panel.Securities.ToList().IndexOf("AAPL"))[0]);
    }

    private static double Kurtosis(ReadOnlySpan<double> close)
    {
        var returns = new List<double>();
        for (var i = 1; i < close.Length; i++)
        {
            returns.Add(Math.Log(close[i] / close[i - 1]));
        }

        var finite = returns.Where(double.IsFinite).ToList();
        var mean = finite.Average();
        var variance = finite.Average(r => Math.Pow(r - mean, 2));
        return finite.Average(r => Math.Pow(r - mean, 4)) / (variance * variance);
    }
}

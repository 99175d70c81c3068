using System.Globalization;
using System.Text;
using Numerai.Data.Panels;

namespace Numerai.Data.Tests.Panels;

/// <summary>Closed markets, days that are none, and what else is odd: found, told, and dropped where asked for.</summary>
public sealed class PanelCalendarTests : IDisposable
{
    private static readonly DateOnly _monday = new(2019, 9, 30);
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(11)]
    [InlineData(28)]
    [InlineData(38)]
    public void A_closing_common_to_all_securities_is_a_holiday_and_told(int days)
    {
        var report = Read(Rows(
            10, (security, day) => 10 + security + day, day => _monday.AddDays(day < 5 ? day : day + days - 1)));
        Assert.Equal([new PanelClosing(_monday.AddDays(4), _monday.AddDays(4 + days), days)], report.Closings);
        Assert.Equal(1, Oddity(report, PanelOddityKinds.Closing).Count);
    }

    [Fact]
    public void A_longer_closing_is_refused_until_it_is_declared()
    {
        var rows = Rows(2, (security, day) => 10 + security + day, day => _monday.AddDays(55 * day));
        Assert.Equal("panel_gap", Assert.Throws<DataFormatException>(() => Read(rows)).Code);
        Assert.Equal(55, Read(rows, new PanelReadOptions { LongestClosing = 55 }).Closings[0].Days);
    }

    [Theory]
    [InlineData("2019-10-13", 3)]
    [InlineData("2019-10-09", 3)]
    [InlineData("2019-10-09", 0)]
    public void A_day_on_which_few_trade_is_refused_by_name_and_dropped_on_request(string day, int trading)
    {
        // Two weeks of a hundred and ten securities, and one more row for a few of them.
        var thin = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        DateOnly[] weekdays = [.. Enumerable.Range(0, 19).Select(_monday.AddDays)
            .Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && date != thin)];
        DateOnly[] days = [.. weekdays.Append(thin).Order()];
        var place = Array.IndexOf(days, thin);
        var rows = Rows(
            days.Length, (security, at) => at == place && security >= trading ? double.NaN : 10 + security + at, at => days[at], 110);

        var refused = Assert.Throws<DataFormatException>(() => Read(rows));
        Assert.Equal("panel_thin_day", refused.Code);
        Assert.Contains($"{day} ({thin.DayOfWeek}, {trading} of 110)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--thin-days drop", refused.Message, StringComparison.Ordinal);

        var dropped = Read(rows, new PanelReadOptions { ThinDays = ThinDays.Drop });
        Assert.Equal(weekdays.Length, dropped.Days);
        Assert.Contains(day, Oddity(dropped, PanelOddityKinds.ThinDayDropped).Found, StringComparison.Ordinal);

        var kept = Read(rows, new PanelReadOptions { ThinDays = ThinDays.Keep });
        Assert.Equal((days.Length, 1), (kept.Days, Oddity(kept, PanelOddityKinds.ThinDayKept).Count));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(17, 18)]
    public void Thin_days_side_by_side_are_found_where_a_panel_begins_and_ends(int first, int second)
    {
        DateOnly[] days = [.. Enumerable.Range(0, 19).Select(_monday.AddDays)];
        var rows = Rows(
            days.Length, (security, at) => (at == first || at == second) && security >= 3 ? double.NaN : 10 + security + at,
            at => days[at], 110);

        var dropped = Read(rows, new PanelReadOptions { ThinDays = ThinDays.Drop });

        Assert.Equal(days.Length - 2, dropped.Days);
        Assert.Equal(2, Oddity(dropped, PanelOddityKinds.ThinDayDropped).Count);
    }

    [Fact]
    public void Carried_prices_at_a_weekend_are_no_trading_day()
    {
        const string Text = "date,ticker,adj_close,dollar_volume\n2019-10-11,A,74,91\n2019-10-11,B,27,20\n"
            + "2019-10-13,A,74,0\n2019-10-13,B,27,0\n";
        var refused = Assert.Throws<DataFormatException>(() => Read(Text));
        Assert.Contains("2019-10-13 (Sunday, 0 of 2)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, Read(Text, new PanelReadOptions { ThinDays = ThinDays.Drop }).Days);
    }

    [Fact]
    public void A_market_that_trades_at_weekends_is_read_and_told()
    {
        var report = Read(Rows(14, (security, day) => 10 + security + day, _monday.AddDays));
        Assert.Equal((14, 4), (report.Days, Oddity(report, PanelOddityKinds.WeekendDay).Count));
    }

    [Fact]
    public void Listings_and_delistings_of_many_are_no_thin_days()
    {
        var listed = Read(Rows(20, (security, day) => security == 0 || day >= 9 ? 10 + day : double.NaN, _monday.AddDays));
        Assert.Equal(20, listed.Days);
        var gone = Read(Rows(20, (security, day) => security == 0 || day < 9 ? 10 + day : double.NaN, _monday.AddDays));
        Assert.Equal(2, Oddity(gone, PanelOddityKinds.Delisted).Count);
    }

    public static TheoryData<string, string> Odd() => new()
    {
        { PanelOddityKinds.UnadjustedSplit, "B on 2019-10-20 (2 for 1)" },
        { PanelOddityKinds.StalePrice, "C from 2019-10-10 to 2019-10-29" },
        { PanelOddityKinds.SameSecurity, "A = D" },
        { PanelOddityKinds.Delisted, "E after 2019-10-29" },
        { PanelOddityKinds.PriceGap, "F from 2019-10-20 to 2019-10-29" },
        { PanelOddityKinds.SharesForMoney, "'dollar_volume' holds whole numbers only" },
        { PanelOddityKinds.NoSector, "A, B, C, D, E and 1 more" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_odd_is_found_and_told_with_what_to_do(string kind, string found)
    {
        var report = Read(Rows(60, Odd, _monday.AddDays, 6));
        var oddity = Oddity(report, kind);
        Assert.Contains(found, oddity.Found, StringComparison.Ordinal);
        Assert.EndsWith(".", oddity.Advice, StringComparison.Ordinal);
        Assert.Equal(1, kind is PanelOddityKinds.NoSector or PanelOddityKinds.SharesForMoney ? 1 : oddity.Count);

        static double Odd(int security, int day)
        {
            var plain = 50.25 + security + Math.Sin(day + (security % 3));
            return security switch
            {
                1 when day >= 20 => plain / 2,
                2 when day is >= 10 and < 30 => 40.5,
                4 when day >= 30 => double.NaN,
                5 when day is >= 20 and < 30 => double.NaN,
                3 => 50.25 + Math.Sin(day),
                _ => plain,
            };
        }
    }

    [Fact]
    public void A_plain_panel_has_nothing_odd()
    {
        var text = Rows(40, (security, day) => 20.5 + security + Math.Sin(day + security), _monday.AddDays).Replace(
            "dollar_volume\n", "dollar_volume,sector\n", StringComparison.Ordinal);
        DateOnly[] weekend = [.. Enumerable.Range(0, 40).Select(_monday.AddDays)
            .Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)];
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !Array.Exists(weekend, day => line.StartsWith($"{day:yyyy-MM-dd}", StringComparison.Ordinal)));
        Assert.Empty(Read(string.Join('\n', lines.Select((line, row) => row == 0 ? line : line + ".5,Banks")) + "\n").Oddities);
    }

    public void Dispose() => _folder.Dispose();

    private static PanelOddity Oddity(PanelReport report, string kind) => Assert.Single(report.Oddities, oddity => oddity.Kind == kind);

    private PanelReport Read(string text, PanelReadOptions? options = null)
    {
        File.WriteAllText(_folder.File("prices.csv"), text);
        return PanelFolder.Read(_folder.Path, options ?? PanelReadOptions.Default).Report;
    }

    /// <summary>A long file; a row whose close is NaN is left out.</summary>
    private static string Rows(int days, Func<int, int, double> close, Func<int, DateOnly> date, int securities = 3)
    {
        var text = new StringBuilder("date,ticker,adj_close,dollar_volume\n");
        for (var day = 0; day < days; day++)
        {
            for (var security = 0; security < securities; security++)
            {
                if (!double.IsNaN(close(security, day)) || security == securities - 1)
                {
                    var price = double.IsNaN(close(security, day)) ? "" : close(security, day).ToString("R", CultureInfo.InvariantCulture);
                    var name = securities > 26 ? $"S{security:000}" : ((char)('A' + security)).ToString();
                    text.Append(CultureInfo.InvariantCulture, $"{date(day):yyyy-MM-dd},{name},{price},{1001 + (7 * day) + security}\n");
                }
            }
        }

        return text.ToString();
    }
}

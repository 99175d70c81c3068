using Numerai.Data.Csv;
using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Panels;

/// <summary>The same prices in every form a folder may have them in.</summary>
public sealed class PanelFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("wide", ".csv")]
    [InlineData("wide", ".csv.gz")]
    [InlineData("wide", ".parquet")]
    [InlineData("long", ".csv")]
    [InlineData("long", ".csv.gz")]
    [InlineData("long", ".parquet")]
    public void A_panel_is_the_same_whatever_form_its_files_have(string shape, string form)
    {
        var expected = SmallMarket.Panel;
        if (shape == "wide")
        {
            Save("daily_adj_close" + form, Wide(expected, security => expected.Close(security).ToArray()));
            Save(
                "daily_dollar_volume_k" + form,
                Wide(expected, security => [.. expected.DollarVolume(security).ToArray().Select(value => value / 1000)]));
            Save(
                "universe" + form,
                new Table(
                    [
                        new TableColumn<string>("ticker", [.. expected.Securities]),
                        new TableColumn<string>("sector", [.. expected.Sectors])]));
        }
        else
        {
            Save("prices" + form, Long(expected));
        }

        var panel = PanelFolder.Load(_folder.Path);

        Assert.Equal(expected.Dates, panel.Dates);
        for (var security = 0; security < expected.Securities.Count; security++)
        {
            var same = panel.Securities.ToList().IndexOf(expected.Securities[security]);
            Assert.Equal(expected.Sectors[security], panel.Sectors[same]);
            Assert.Equal(expected.Close(security).ToArray(), panel.Close(same).ToArray());
            Assert.All(
                expected.DollarVolume(security).ToArray().Zip(panel.DollarVolume(same).ToArray()),
                pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        }
    }

    [Theory]
    [InlineData(
        "panel_duplicate_date", "2020-01-06,A,1,10\n2020-01-07,A,2,10\n2020-01-06,A,1,10\n", "A on 2020-01-06 twice, in rows 1 and 3")]
    [InlineData("panel_price_not_positive", "2020-01-06,A,1,10\n2020-01-07,A,0,10\n", "A")]
    [InlineData("csv_malformed", "2020-01-06,A,much,10\n", "much")]
    [InlineData("csv_malformed", ",A,1,10\n", "has no date")]
    [InlineData("panel_duplicate_security", "2020-01-06,,1,10\n", "Row 1 of file 'prices.csv' has no ticker")]
    [InlineData("panel_empty", "", "0 days")]
    public void A_bad_long_file_is_refused_by_code_and_place(string code, string rows, string words)
    {
        File.WriteAllText(_folder.File("prices.csv"), "date,ticker,adj_close,dollar_volume\n" + rows);
        File.WriteAllText(_folder.File("universe.csv"), "ticker,sector\nA,Banks\n");
        var error = Assert.Throws<DataFormatException>(() => PanelFolder.Load(_folder.Path));
        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date,A,B\n2020-01-06,1,1\n", "day 2 is '2020-01-07' in daily_adj_close and not there in daily_dollar_volume_k")]
    [InlineData("date,A,C\n2020-01-06,1,1\n2020-01-07,1,1\n", "security 2 is 'B' in daily_adj_close and 'C' in daily_dollar_volume_k")]
    public void Wide_files_that_differ_are_refused_with_the_first_difference(string volumes, string words)
    {
        File.WriteAllText(_folder.File("daily_adj_close.csv"), "date,A,B\n2020-01-06,1,1\n2020-01-07,1,1\n");
        File.WriteAllText(_folder.File("daily_dollar_volume_k.csv"), volumes);
        var error = Assert.Throws<DataFormatException>(() => PanelFolder.Load(_folder.Path));
        Assert.Equal("panel_shape", error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Membership_and_sectors_beside_a_long_file_count_in_Parquet_too()
    {
        File.WriteAllText(
            _folder.File("prices.csv"), "date,ticker,adj_close,dollar_volume\n2020-01-06,A,1,10\n2020-01-07,A,2,10\n2020-01-07,B,2,\n");
        Save(
            "universe.parquet",
            new Table([new TableColumn<string>("ticker", ["B", "A"]), new TableColumn<string>("sector", ["Energy", "Banks"])]));
        Save("x_membership.parquet", new Table(
        [
            new TableColumn<string>("ticker", ["A", "B"]),
            new TableColumn<DateOnly>("start_date", [new(2019, 1, 1), new(2020, 1, 7)]),
            new TableColumn<DateOnly>("end_date", [new(2020, 1, 6), default], [false, true]),
        ]));
        var panel = PanelFolder.Load(_folder.Path);
        Assert.Equal(["Banks", "Energy"], panel.Sectors);
        Assert.Equal((true, false, true), (panel.IsMember(0, 0), panel.IsMember(0, 1), panel.IsMember(1, 1)));
        Assert.True(double.IsNaN(panel.Close(1)[0]) && double.IsNaN(panel.DollarVolume(1)[1]));
    }

    public void Dispose() => _folder.Dispose();

    private void Save(string name, Table table)
    {
        if (name.EndsWith(".parquet", StringComparison.Ordinal))
        {
            ParquetFile.Write(_folder.File(name), table);
        }
        else
        {
            CsvTable.Write(_folder.File(name), table);
        }
    }

    private static Table Wide(PricePanel panel, Func<int, double[]> values) => new(
    [
        new TableColumn<DateOnly>("date", [.. panel.Dates]),
        .. panel.Securities.Select((name, security) => new TableColumn<double>(name, values(security))),
    ]);

    /// <summary>Days backwards, cells without a price left out.</summary>
    private static Table Long(PricePanel panel)
    {
        var rows = Enumerable.Range(0, panel.Dates.Count).Reverse()
            .SelectMany(day => Enumerable.Range(0, panel.Securities.Count).Select(security => (day, security)))
            .Where(
                cell =>
                    !double.IsNaN(panel.Close(cell.security)[cell.day])
                        || !double.IsNaN(panel.DollarVolume(cell.security)[cell.day])).ToList();
        return new Table(
        [
            new TableColumn<DateOnly>("date", [.. rows.Select(cell => panel.Dates[cell.day])]),
            new TableColumn<string>("ticker", [.. rows.Select(cell => panel.Securities[cell.security])]),
            new TableColumn<double>("adj_close", [.. rows.Select(cell => panel.Close(cell.security)[cell.day])]),
            new TableColumn<double>("dollar_volume", [.. rows.Select(cell => panel.DollarVolume(cell.security)[cell.day])]),
            new TableColumn<string>("sector", [.. rows.Select(cell => panel.Sectors[cell.security])]),
        ]);
    }
}

using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Tests.Parquet;

namespace Numerai.Data.Tests.Panels;

/// <summary>Files as the field's sources write them, each with its right values.</summary>
public sealed class FieldLayoutTests : IDisposable
{
    private const string Header = "date,ticker,adj_close,dollar_volume,sector\n";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string, double> Files() => new()
    {
        {
            "long (stooq)", "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"
                + "AAL.US,D,20170922,000000,45.7,45.8,45.6,45.7689,5427441,0\n", "AAL.US", 45.7689 * 5427441
        },
        {
            "long (EODHD)", "Date,Open,High,Low,Close,Adjusted_close,Volume,Code,Exchange_short_name\n"
                + "2017-09-22,1,1,1,91.5378,45.7689,5427441,AAL,US\n", "AAL", 45.7689 * 5427441
        },
        {
            "long", "timestamp,symbol,close,adjusted_close,volume,split_coefficient\n2017-09-22,AAL,91.5378,45.7689,100,1.0\n", "AAL",
            9153.78
        },
        {
            "long (Kaggle)", "date,open,high,low,close,volume,Name\n2017-09-22,1,1,1,45.7689,5427441,AAL\n", "AAL", 45.7689 * 5427441
        },
        { "long", "DATE,Symbol,Adj Close,Dollar Volume\n2017-09-22 00:00:00-04:00,AAL,45.7689,248408004\n", "AAL", 248408004 },
        { "long", "Date;Ticker;Adj_Close;Close;Volume\n20170922;AAL;45.7689;null;100\n", "AAL", double.NaN },
        {
            "yfinance (two header rows)", "Price,Adj Close,Close,Volume\nTicker,AAL,AAL,AAL\nDate,,,\n"
                + "2017-09-22,45.7689,46,100\n", "AAL", 4600
        },
        { "yfinance (two header rows)", "Ticker,AAL,AAL\nPrice,Close,Volume\nDate,,\n2017-09-22,45.7689,100\n", "AAL", 4576.89 },
        { "yfinance (two header rows)", ",Adj Close,Close,Volume\n,AAL,AAL,AAL\n2017-09-22,45.7689,46,100\n", "AAL", 4600 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_the_field_is_read(string layout, string text, string ticker, double dollarVolume)
    {
        var (panel, report) = Read(text);
        Assert.Equal((layout, ticker, new DateOnly(2017, 9, 22)), (report.Layout, panel.Securities[0], panel.Dates[0]));
        Assert.Equal(45.7689, panel.Close(0)[0]);
        Assert.Equal(dollarVolume, panel.DollarVolume(0)[0], 1e-3);
    }

    [Theory]
    [InlineData("2017-09-22")]
    [InlineData("20170922")]
    [InlineData("20170922.0")]
    [InlineData("2017/09/22")]
    [InlineData("2017-09-22 00:00:00")]
    [InlineData("2017-09-22T16:00:00Z")]
    [InlineData("2017-09-22T16:00:00.123456+09:00")]
    [InlineData("22-Sep-2017")]
    [InlineData("09/22/2017", DateOrder.MonthFirst)]
    [InlineData("22/9/2017", DateOrder.DayFirst)]
    [InlineData("22.09.2017 00:00", DateOrder.DayFirst)]
    public void A_day_is_read_in_every_form_of_the_field(string text, DateOrder order = DateOrder.Undeclared)
    {
        var (panel, _) = Read($"{Header}{text},A,1,1,X\n", new PanelReadOptions { DateOrder = order });
        Assert.Equal([new DateOnly(2017, 9, 22)], panel.Dates);
    }

    [Theory]
    [InlineData("09/22/2017", DateOrder.Undeclared, "say --dates")]
    [InlineData("09/22/2017", DateOrder.DayFirst, "has the date '09/22/2017'")]
    [InlineData("2017-09-31", DateOrder.Undeclared, "2017-09-31")]
    [InlineData("2017-09-22 25:00", DateOrder.Undeclared, "2017-09-22 25:00")]
    [InlineData("22/09/2017 rubbish", DateOrder.DayFirst, "22/09/2017 rubbish")]
    [InlineData("1506038400", DateOrder.Undeclared, "1506038400")]
    public void A_day_that_may_be_another_is_refused_with_its_row(string text, DateOrder order, string said) =>
        Refused("csv_malformed", said, () => Read($"{Header}{text},A,1,1,X\n", new PanelReadOptions { DateOrder = order }));

    [Fact]
    public void All_that_is_missing_is_named_at_once_with_the_layouts_that_are_read()
    {
        var said = Refused("column_missing", "lacks ticker, adj_close (or close), dollar_volume", () => Read("date,open\n2017-09-22,1\n"));
        Assert.Contains("'date', 'open'", said, StringComparison.Ordinal);
        Assert.Contains("stooq, EODHD, Kaggle", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_header_table_without_volumes_is_called_by_its_name() => Refused(
        "column_missing", "yfinance's table with two header rows",
        () => Read("Price,Adj Close,Adj Close,Close\nTicker,A,AAL,A\nDate,,,\n2017-09-22,63.7474,45.7689,63.7474\n"));

    [Fact]
    public void Columns_of_any_name_are_read_when_they_are_declared()
    {
        var columns = PanelColumns.Parse("date=When,ticker=Firm,close=Last one,volume=Pieces");
        var (panel, _) = Read("When,Firm,Last one,Pieces,close\n2017-09-22,A,2,3,9\n", new PanelReadOptions { Columns = columns });
        Assert.Equal((2.0, 6.0), (panel.Close(0)[0], panel.DollarVolume(0)[0]));
    }

    [Theory]
    [InlineData("ticker")]
    [InlineData("firm=A")]
    [InlineData("ticker=A,ticker=B")]
    [InlineData("")]
    public void A_declaration_that_says_nothing_is_refused(string text) =>
        Refused("panel_columns", "ticker=Name", () => PanelColumns.Parse(text));

    [Fact]
    public void A_declared_column_that_is_not_there_is_refused() => Refused("column_missing", "'Firm'", () => Read(
        $"{Header}2017-09-22,A,1,1,X\n", new PanelReadOptions { Columns = PanelColumns.Parse("ticker=Firm") }));

    [Fact]
    public void A_file_a_security_is_read_by_the_names_of_the_files()
    {
        File.WriteAllText(_folder.File("AAL.csv"), "Date,Close,Volume\n2017-09-22,45,10\n2017-09-25,46,10\n");
        File.WriteAllText(_folder.File("A.csv"), "Date,Close,Volume\n2017-09-22,63,20\n2017-09-25,62,20\n");
        var (panel, report) = PanelFolder.Read(_folder.Path, PanelReadOptions.Default);
        Assert.Equal(("a file a security", 2), (report.Layout, report.Securities));
        Assert.Equal((63.0, 460.0), (panel.Close(0)[0], panel.DollarVolume(1)[1]));
    }

    [Fact]
    public void Wide_Parquet_with_a_named_index_and_shares_is_read()
    {
        var index = new ParquetWriteOptions { IndexColumn = "Date" };
        TableColumn day = new TableColumn<DateTime>("Date", [new DateTime(2017, 9, 22, 0, 0, 0, DateTimeKind.Utc)]);
        ParquetFile.Write(_folder.File("daily_adj_close.parquet"), new Table([new TableColumn<double>("A", [63]), day]), index);
        ParquetFile.Write(_folder.File("daily_close.parquet"), new Table([new TableColumn<double>("A", [64]), day]), index);
        ParquetFile.Write(_folder.File("daily_volume.parquet"), new Table([new TableColumn<long>("A", [10]), day]), index);
        var (panel, report) = PanelFolder.Read(_folder.Path, PanelReadOptions.Default);
        Assert.Equal(("wide", 63.0, 640.0), (report.Layout, panel.Close(0)[0], panel.DollarVolume(0)[0]));
        Assert.Equal("daily_close x daily_volume", report.Columns["dollar_volume"]);
    }

    [Fact]
    public void Row_numbers_that_pandas_left_beside_the_days_are_no_security()
    {
        const string Left = "__index_level_0__";
        var index = new ParquetWriteOptions { IndexColumn = Left };
        TableColumn day = new TableColumn<DateTime>("date", [new DateTime(2017, 9, 22, 0, 0, 0, DateTimeKind.Utc)]);
        foreach (var name in new[] { "daily_adj_close", "daily_dollar_volume_k" })
        {
            Table table = new([day, new TableColumn<double>("A", [63]), new TableColumn<long>(Left, [1])]);
            ParquetFile.Write(_folder.File(name + ".parquet"), table, index);
        }

        var (panel, _) = PanelFolder.Read(_folder.Path, PanelReadOptions.Default);
        Assert.Equal(["A"], panel.Securities);
    }

    [Fact]
    public void Parquet_of_decimals_half_floats_nulls_and_whole_numbers_for_days_is_read()
    {
        DuckDbFile.Write(_folder.File("prices.parquet"), "zstd", "v1",
            "select 20170922 as date, 600000 as ticker, 63.747400::decimal(18,6) as adj_close, "
                + "77510017.4281::decimal(38,4) as dollar_volume");
        var panel = PanelFolder.Load(_folder.Path);
        Assert.Equal(("600000", 63.7474, 77510017.4281), (panel.Securities[0], panel.Close(0)[0], panel.DollarVolume(0)[0]));
    }

    [Fact]
    public void A_column_of_a_type_that_is_not_read_is_refused_by_its_type()
    {
        DuckDbFile.Write(_folder.File("prices.parquet"), "zstd", "v1",
            "select date '2017-09-22' as date, 'A' as ticker, [1.0] as adj_close, 1.0 as dollar_volume");
        Refused("parquet_unsupported_type", "'adj_close' of file 'prices.parquet' is of type list", () => PanelFolder.Load(_folder.Path));
    }

    [Fact]
    public void The_table_of_two_headers_in_Parquet_is_read()
    {
        ParquetFile.Write(_folder.File("prices.parquet"), new Table(
        [
            new TableColumn<DateOnly>("Date", [new(2017, 9, 22)]),
            new TableColumn<double>("('Adj Close', 'A')", [63]),
            new TableColumn<double>("('Close', 'A')", [64]),
            new TableColumn<long>("('Volume', 'A')", [10]),
        ]));
        var panel = PanelFolder.Load(_folder.Path);
        Assert.Equal((63.0, 640.0), (panel.Close(0)[0], panel.DollarVolume(0)[0]));
    }

    [Fact]
    public void Sectors_and_membership_may_be_in_any_case_open_at_both_ends_or_absent()
    {
        Assert.Equal([""], Read("date,ticker,close,volume\n2017-09-22,A,1,1\n").Panel.Sectors);
        File.WriteAllText(_folder.File("universe.csv"), "Symbol,Name,GICS Sector\n,Nobody,\nA,Agilent,Health Care\n");
        File.WriteAllText(_folder.File("x_membership.csv"), "Ticker,Start_Date,End_Date\n,,\nA,,9999-12-31\n");
        var panel = PanelFolder.Load(_folder.Path);
        Assert.Equal("Health Care", panel.Sectors[0]);
        Assert.True(panel.IsMember(0, 0));
    }

    public void Dispose() => _folder.Dispose();

    private (PricePanel Panel, PanelReport Report) Read(string text, PanelReadOptions? options = null)
    {
        File.WriteAllText(_folder.File("prices.csv"), text);
        return PanelFolder.Read(_folder.Path, options ?? PanelReadOptions.Default);
    }

    private static string Refused(string code, string said, Func<object> read)
    {
        var error = Assert.Throws<DataFormatException>(read);
        Assert.Equal(code, error.Code);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}

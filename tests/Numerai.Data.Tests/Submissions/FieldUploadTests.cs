using System.Text;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Data.Tests.Parquet;

namespace Numerai.Data.Tests.Submissions;

/// <summary>Uploads as pandas, DuckDB, Postgres and spreadsheets write them, with their right values.</summary>
public sealed class FieldUploadTests : IDisposable
{
    private static readonly SubmissionFormat _ids = SubmissionFormat.OfIds with { MinimumRows = 2 };
    private static readonly SubmissionFormat _tickers = SubmissionFormat.OfTickers with { MinimumRows = 2 };
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("decimal.parquet", 0.25, 0.75)]
    [InlineData("float16.parquet", 0.0009, 0.9998)]
    [InlineData("filtered-index.parquet", 0.0, 1.0)]
    public void A_file_of_the_field_is_taken(string name, double lowest, double highest)
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", name));
        var (parsed, refusal) = SubmissionParser.Parse(file, _ids);
        Assert.Null(refusal);
        var ids = Enumerable.Range(0, parsed!.Rows).Select(parsed.KeyText).ToList();
        var (valid, wrong) = SubmissionValidator.Validate(parsed, _ids, SubmissionUniverse.Of("id", ids));
        Assert.True(wrong is null, wrong?.Message);
        Assert.Equal(267, valid!.LiveRows);
        Assert.InRange(valid.ValuesByEntry.ToArray().Min(), lowest, lowest + 0.02);
        Assert.InRange(valid.ValuesByEntry.ToArray().Max(), highest - 0.02, highest);
    }

    [Theory]
    [InlineData("0.75::decimal(2,2)", 0.75)]
    [InlineData("0.123456789012345678::decimal(18,18)", 0.123456789012345678)]
    [InlineData("0.12345678901234567890123456789012345678::decimal(38,38)", 0.12345678901234567890123456789012345678)]
    [InlineData("-1234567890123456789012345678.5::decimal(38,1)", -1234567890123456789012345678.5)]
    public void A_decimal_of_any_width_is_read_as_the_nearest_number(string expression, double value)
    {
        DuckDbFile.Write(_folder.File("d.parquet"), "zstd", "v1",
            $"select case when i = 1 then null else {expression} end as d from range(3) t(i)");
        Assert.Equal([value, double.NaN, value], ParquetFile.Read(_folder.File("d.parquet")).Doubles("d"));
    }

    [Fact]
    public void Half_floats_beyond_the_first_page_keep_their_values()
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", "float16.parquet"));
        using var reader = ParquetReader.Open(file, "float16");
        var values = reader.ReadAll().Values<float>("prediction");
        Assert.All(values, value => Assert.Equal(value, (float)(Half)value));
        Assert.True(values.Distinct().Count() > 200);
    }

    [Theory]
    [InlineData("[0.5]", "list")]
    [InlineData("{'a': 0.5}", "struct")]
    [InlineData("1::ubigint", "unsigned integer of 64 bits")]
    [InlineData("uuid()", "uuid")]
    public void A_prediction_of_a_type_that_is_not_read_is_refused_by_that_type(string expression, string kind) => Refused(
        Duck($"select 'a' || i as id, {expression} as prediction from range(3) t(i)"), _ids,
        SubmissionErrorCodes.Values, $"Column 'prediction' is of type {kind}, which is not read");

    [Fact]
    public void An_extra_column_is_refused_whatever_its_type() => Refused(
        Duck("select 'a' || i as id, i / 10.0 as prediction, [i] as neighbours from range(3) t(i)"), _ids,
        SubmissionErrorCodes.Headers, "'id', 'prediction', 'neighbours'");

    [Fact]
    public void A_column_of_nothing_is_refused_for_its_missing_values()
    {
        var nothing = new TableColumn<string>("prediction", new string[2], [true, true]);
        Refused(GoldenTables.Parquet(new Table([new TableColumn<string>("id", ["a0", "a1"]), nothing])), _ids,
            SubmissionErrorCodes.Values, "no number in row 1");
    }

    [Fact]
    public void An_index_without_a_name_is_left_out_as_pandas_does_and_said_so()
    {
        var file = Frame(
            "__index_level_0__", new TableColumn<string>("id", ["a0", "a1"]), new TableColumn<double>("prediction", [0.1, 0.2]),
            new TableColumn<long>("__index_level_0__", [3, 7]));
        var (valid, refusal) = SubmissionIntake.Read(file, _ids, Universe("id"));
        Assert.Null(refusal);
        Assert.Contains("'__index_level_0__' is the index of the data frame", Assert.Single(valid!.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_in_an_index_without_a_name_are_refused_with_the_name_to_give() => Refused(
        Frame("__index_level_0__", new TableColumn<double>("prediction", [0.1, 0.2]),
            new TableColumn<string>("__index_level_0__", ["a0", "a1"])),
        _ids, SubmissionErrorCodes.Headers, "The index of the data frame has no name, so it was left out", "name it 'id'");

    [Fact]
    public void A_named_index_that_is_the_id_column_counts() => Assert.NotNull(SubmissionIntake.Read(
        Frame("id", new TableColumn<double>("prediction", [0.1, 0.2]), new TableColumn<string>("id", ["a0", "a1"])), _ids, Universe("id"))
        .Submission);

    [Fact]
    public void Days_that_became_floats_are_days()
    {
        var table = new Table([
            new TableColumn<string>("numerai_ticker", ["a0", "a1"]), new TableColumn<double>("friday_date", [20170728, 20170728.5]),
            new TableColumn<double>("signal", [0.1, 0.2])]);
        var (parsed, _) = SubmissionParser.Parse(GoldenTables.Parquet(table), _tickers);
        Assert.Equal(("20170728", "20170728.5"), (parsed!.DateText(0), parsed.DateText(1)));
        (parsed, _) = SubmissionParser.Parse("numerai_ticker,friday_date,signal\na0,20170728.0,0.1\n"u8.ToArray(), _tickers);
        Assert.Equal("20170728", parsed!.DateText(0));
    }

    [Fact]
    public void A_file_of_several_days_is_told_so_and_where_earlier_ones_go() => Refused(
        Encoding.UTF8.GetBytes("numerai_ticker,friday_date,data_type,signal\na0,20170721,validation,0.6\na1,20170721,validation,0.4\n"
            + "a0,20170728,live,0.6\na1,20170728,live,0.2\n"),
        _tickers, SubmissionErrorCodes.Values, "holds 2 days, from '20170721' to '20170728'", "upload earlier days as diagnostics");

    [Theory]
    [InlineData("id\tprediction\na0\t0.1\n", "separated by tabs")]
    [InlineData("id;prediction\na0;0.1\n", "separated by semicolons")]
    [InlineData("id,prediction\ra0,0.1\ra1,0.2\r", "carriage return (CR) alone")]
    public void What_separates_wrongly_is_named(string text, string said) =>
        Refused(Encoding.UTF8.GetBytes(text), _ids, SubmissionErrorCodes.Headers, said);

    [Fact]
    public void A_tab_in_an_id_is_shown() => Refused(
        "id,prediction\na0\t,0.1\na1,0.2\n"u8.ToArray(), _ids, SubmissionErrorCodes.Ids, "'a0\\t' in row 1");

    public void Dispose() => _folder.Dispose();

    private static SubmissionUniverse Universe(string key) => SubmissionUniverse.Of(key, ["a0", "a1", "a2"]);

    private byte[] Duck(string query)
    {
        DuckDbFile.Write(_folder.File("u.parquet"), "zstd", "v1", query);
        return File.ReadAllBytes(_folder.File("u.parquet"));
    }

    private static byte[] Frame(string index, params TableColumn[] columns)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, new Table(columns), new ParquetWriteOptions { IndexColumn = index });
        return stream.ToArray();
    }

    private static void Refused(byte[] file, SubmissionFormat format, string code, params string[] said)
    {
        var (_, refusal) = SubmissionIntake.Read(file, format, Universe(format.KeyColumns.Contains("id") ? "id" : "numerai_ticker"));
        Assert.Equal(code, refusal?.Code);
        Assert.All(said, part => Assert.Contains(part, refusal!.Message, StringComparison.Ordinal));
    }
}

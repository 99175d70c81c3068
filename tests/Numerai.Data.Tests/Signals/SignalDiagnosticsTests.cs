using System.Globalization;
using System.Text;
using Numerai.Data.Diagnostics;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;
using Numerai.Scoring.Indexed;

namespace Numerai.Data.Tests.Signals;

public sealed class SignalDiagnosticsTests(DailyReleaseBuilderTests.Built built) : IClassFixture<DailyReleaseBuilderTests.Built>
{
    [Fact]
    public void Every_day_is_scored_as_a_round_of_that_day_would_be()
    {
        var live = Read("validation");
        var report = Run(File(live, "ticker", row => Value(row)));

        Assert.Equal((5, live.RowCount, 0, 0), (report.Days.Count, report.Rows, report.Dropped, report.UnknownDays));
        var day = report.Days[2];
        int[] rows = [.. Enumerable.Range(0, live.RowCount).Where(row => live.Values<DateOnly>("date")[row] == day.Date)];
        var table = live.Take(rows);
        var ids = table.Values<string>("numerai_ticker");
        var neutralizers = Read("validation_neutralizer").Take(rows);
        var columns = neutralizers.Columns.Skip(2).Select(column => column.Name).ToArray();
        var signal = IndexedFrame.Series(ids, [.. rows.Select(Value)]);
        Assert.Equal(
            IndexedContributions.Alpha(
                signal,
                new IndexedFrame(ids, columns, [.. columns.Select(neutralizers.Doubles)]),
                IndexedFrame.Series(ids, Read("validation_sample_weights").Take(rows).Doubles("sample_weight")),
                IndexedFrame.Series(ids, table.Doubles("target")))[0],
            day.Scores["alpha"],
            1e-9);
        Assert.Equal(
            IndexedCorrelations.NumeraiCorr(signal, IndexedFrame.Series(ids, table.Doubles("target_raw_return")))[0], day.Scores["ic_v2"],
            1e-9);
        Assert.Equal(["alpha", "corr_v4", "fnc_v4", "ic_v2", "ric"], day.Scores.Keys.Order(StringComparer.Ordinal));
        Assert.Null(report.Days[0].Churn);
        Assert.InRange(report.Days[1].Turnover!.Value, 0, 1);
    }

    [Fact]
    public void With_a_meta_model_what_a_signal_adds_to_it_is_scored_on_the_days_that_have_one()
    {
        var live = Read("validation");
        var (ids, dates) = (live.Values<string>("numerai_ticker"), live.Values<DateOnly>("date"));
        DateOnly[] days = [.. dates.Distinct()];
        using var folder = new TemporaryFolder();
        var metaModel = folder.File("meta_model.parquet");
        int[] rows = [.. Enumerable.Range(0, ids.Length).Where(row => dates[row] == days[1] || dates[row] == days[2]).SkipLast(1)];
        ParquetFile.Write(metaModel, new Table(
        [
            new TableColumn<string>("numerai_ticker", [.. rows.Select(row => ids[row])]),
            new TableColumn<DateOnly>("date", [.. rows.Select(row => dates[row])]),
            new TableColumn<double>("numerai_meta_model", [.. rows.Select(row => Value(row * 31))]),
        ]));
        System.IO.File.WriteAllText(folder.File("signal.csv"), File(live, "ticker", row => Value(row)));
        var report = SignalDiagnostics.Run(
            folder.File("signal.csv"), SignalHistoryFiles.In(built.Release.PublicFolder) with { MetaModel = metaModel });

        Assert.Equal(
            ["alpha", "corr_v4", "cwmm", "fnc_v4", "ic_v2", "mmc", "mpc", "ric"], report.Days[1].Scores.Keys.Order(StringComparer.Ordinal));
        Assert.False(report.Days[0].Scores.ContainsKey("mmc"), "a day without a meta model has no MMC");
        Assert.False(report.Days[2].Scores.ContainsKey("mpc"), "a meta model that lacks a security says nothing");
        int[] day = [.. Enumerable.Range(0, ids.Length).Where(row => dates[row] == days[1])];
        string[] dayIds = [.. day.Select(row => ids[row])];
        IndexedFrame Series(Func<int, double> value) => IndexedFrame.Series(dayIds, [.. day.Select(value)]);
        Assert.Equal(
            IndexedContributions.CorrelationContribution(
                Series(Value), Series(row => Value(row * 31)), Series(row => live.Doubles("target_factor_neutral")[row]))[0],
            report.Days[1].Scores["mmc"],
            1e-9);
        string[] models = ["meta", "own"];
        var neutralizers = Read("validation_neutralizer").Take(day);
        string[] columns = [.. neutralizers.Columns.Skip(2).Select(column => column.Name)];
        Assert.Equal(
            IndexedContributions.MetaPortfolioContribution(
                new IndexedFrame(dayIds, models, [[.. day.Select(row => Value(row * 31))], [.. day.Select(Value)]]),
                models,
                [1, 0],
                new IndexedFrame(dayIds, columns, [.. columns.Select(neutralizers.Doubles)]),
                IndexedFrame.Series(dayIds, Read("validation_sample_weights").Take(day).Doubles("sample_weight")),
                Series(row => live.Doubles("target")[row]))[1],
            report.Days[1].Scores["mpc"],
            1e-9);
        Assert.Equal((1, 1), (report.Scores["mmc"].Eras, report.Scores["mpc"].Eras));
        Assert.Equal(report.Days.Skip(1).Average(one => one.Churn), report.Churn);
    }

    [Fact]
    public void Parquet_in_several_row_groups_and_any_order_gives_the_same_report()
    {
        var live = Read("validation");
        var (ids, dates) = (live.Values<string>("ticker"), live.Values<DateOnly>("date"));
        int[] shuffled = [.. Enumerable.Range(0, ids.Length).OrderBy(row => row * 7919 % 1009)];
        using var folder = new TemporaryFolder();
        ParquetFile.Write(
            folder.File("signal.parquet"),
            new Table(
            [
                new TableColumn<string>("ticker", [.. shuffled.Select(row => ids[row])]),
                new TableColumn<DateOnly>("date", [.. shuffled.Select(row => dates[row])]),
                new TableColumn<double>("signal", [.. shuffled.Select(Value)]),
            ]),
            new ParquetWriteOptions { RowGroupRows = 77 });
        ParquetFile.Write(folder.File("validation.parquet"), live, new ParquetWriteOptions { RowGroupRows = 130 });
        var files = SignalHistoryFiles.In(built.Release.PublicFolder) with { Validation = folder.File("validation.parquet") };

        var report = SignalDiagnostics.Run(folder.File("signal.parquet"), files);

        var expected = Run(File(live, "ticker", row => Value(row)));
        Assert.Equal(
            expected.Days.Select(day => (day.Date, day.Rows, day.Churn, day.Turnover)),
            report.Days.Select(day => (day.Date, day.Rows, day.Churn, day.Turnover)));
        Assert.Equal(expected.Days.Select(day => day.Scores["alpha"]), report.Days.Select(day => day.Scores["alpha"]));
    }

    [Fact]
    public void A_history_whose_days_do_not_ascend_or_do_not_match_is_refused_by_name()
    {
        var live = Read("validation");
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder.File("signal.csv"), File(live, "ticker", row => Value(row)));
        ParquetFile.Write(folder.File("validation.parquet"), live.Take([.. Enumerable.Range(0, live.RowCount).Reverse()]));
        var files = SignalHistoryFiles.In(built.Release.PublicFolder);
        Assert.Equal(
            "table_ragged", Code(files with { Validation = folder.File("validation.parquet"), Neutralizers = null, SampleWeights = null }));
        ParquetFile.Write(
            folder.File("weights.parquet"), Read("validation_sample_weights").Take([.. Enumerable.Range(1, live.RowCount - 1)]));
        Assert.Equal("release_damaged", Code(files with { SampleWeights = folder.File("weights.parquet") }));

        string Code(SignalHistoryFiles wrong) =>
            Assert.Throws<DataFormatException>(() => SignalDiagnostics.Run(folder.File("signal.csv"), wrong)).Code;
    }

    [Fact]
    public void Days_and_securities_that_the_history_lacks_are_counted()
    {
        var live = Read("validation");
        var text = File(live, "numerai_ticker", row => Value(row)) + "XXXX_US,1999-12-31,0.5\n"
            + $"XXXX_US,{live.Values<DateOnly>("date")[0]:yyyy-MM-dd},0.5\n";

        var report = Run(text);

        Assert.Equal((live.RowCount, 1, 1), (report.Rows, report.Dropped, report.UnknownDays));
    }

    [Theory]
    [InlineData("invalid_submission_headers", "id,date,signal\nA,2016-01-01,0.5\n")]
    [InlineData("invalid_submission_headers", "ticker,signal\nA,0.5\n")]
    [InlineData("invalid_submission_values", "ticker,date,signal\nA,yesterday,0.5\n")]
    [InlineData("invalid_submission_ids", "ticker,date,signal\n")]
    [InlineData("invalid_submission_ids", "ticker,date,signal\nA,1999-12-31,0.5\n")]
    public void A_file_of_another_form_is_refused(string code, string text) => Refused(code, text);

    [Fact]
    public void A_day_that_is_wrong_is_named()
    {
        var live = Read("validation");
        Refused("invalid_submission_ids", string.Join('\n', File(live, "ticker", row => Value(row)).Split('\n').Take(50)));
        Refused("invalid_submission_values", File(live, "ticker", row => row == 7 ? 1.5 : Value(row)));
        Refused("invalid_submission_values", File(live, "ticker", _ => 0.5));
        var repeated = File(live, "ticker", row => Value(row));
        Refused("invalid_submission_ids", repeated + repeated.Split('\n')[1] + "\n");
    }

    private static double Value(int row) => ((row * 7919) % 10007 / 10008.0) + 0.00005;

    private static string File(Table live, string kind, Func<int, double> value)
    {
        var (ids, dates) = (live.Values<string>(kind), live.Values<DateOnly>("date"));
        var text = new StringBuilder($"{kind},date,signal\n");
        for (var row = 0; row < ids.Length; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ids[row]},{dates[row]:yyyy-MM-dd},{value(row):R}\n");
        }

        return text.ToString();
    }

    private void Refused(string code, string text) =>
        Assert.Equal(code, Assert.Throws<DiagnosticsRefusedException>(() => Run(text)).Refusal.Code);

    private Table Read(string name) => ParquetFile.Read(Path.Combine(built.Release.PublicFolder, name + ".parquet"));

    private SignalReport Run(string text)
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder.File("signal.csv"), text);
        return SignalDiagnostics.Run(folder.File("signal.csv"), SignalHistoryFiles.In(built.Release.PublicFolder));
    }
}

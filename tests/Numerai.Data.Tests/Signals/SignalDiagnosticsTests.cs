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
            IndexedCorrelations.NumeraiCorr(signal, IndexedFrame.Series(ids, table.Doubles("target_raw_return")))[0], day.Scores["ic_v2"], 1e-9);
        Assert.Equal(["alpha", "corr_v4", "fnc_v4", "ic_v2", "ric"], day.Scores.Keys.Order(StringComparer.Ordinal));
        Assert.Null(report.Days[0].Churn);
        Assert.InRange(report.Days[1].Turnover!.Value, 0, 1);
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

    private void Refused(string code, string text) => Assert.Equal(code, Assert.Throws<DiagnosticsRefusedException>(() => Run(text)).Refusal.Code);

    private Table Read(string name) => ParquetFile.Read(Path.Combine(built.Release.PublicFolder, name + ".parquet"));

    private SignalReport Run(string text) => SignalDiagnostics.Run(Encoding.UTF8.GetBytes(text), SignalHistory.Load(built.Release.PublicFolder));
}

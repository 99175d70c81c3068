using System.Globalization;
using System.Net;
using System.Text;
using Numerai.Client;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Web.Tests.GraphQl;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Signals;

/// <summary>A signal with dates, diagnosed over a published history.</summary>
public sealed class SignalDiagnosticsTests(TestServer server) : IClassFixture<TestServer>
{
    private const int Securities = 120;
    private static readonly DateOnly[] _days = [new(2026, 1, 2), new(2026, 1, 9), new(2026, 1, 16)];

    [Fact]
    public async Task A_signal_over_a_history_comes_back_with_every_score_of_Signals_and_its_movement()
    {
        await PublishAsync("signals/v3.0", "numerai_ticker");
        var participant = await server.RegisterAsync("historian");

        var report = await participant.Client.Diagnostics.RunSignalAsync(Signal("numerai_ticker"), release: "signals/v3.0");

        Assert.Equal((_days.Length * Securities, 0, 1, 0), (report.Rows, report.Dropped, report.UnknownDays, report.DaysWithoutTarget));
        Assert.Equal(
            ["alpha", "corr_v4", "cwmm", "fnc_v4", "ic_v2", "mmc", "mpc", "ric"], report.Scores.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(_days, report.Days.Select(day => day.Date));
        Assert.All(report.Days, day => Assert.InRange(day.Scores["ic_v2"], 0.1, 1));
        Assert.Null(report.Days[0].Churn);
        Assert.InRange(report.Days[1].Churn!.Value, 0, 2);
        Assert.InRange(report.Turnover!.Value, 0, 1);
        Assert.Equal(report.Days.Average(day => day.Scores["mpc"]), report.Scores["mpc"].Mean!.Value, 12);
    }

    [Fact]
    public async Task Crypto_is_scored_by_CORR_and_MMC()
    {
        await PublishAsync("crypto/v3.0", "symbol");
        var participant = await server.RegisterAsync("coiner");

        var report = await participant.Client.Diagnostics.RunSignalAsync(Signal("symbol"), tournament: 12);

        Assert.Equal(["corr", "cwmm", "fnc", "mmc"], report.Scores.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(report.Churn!.Value, 0, 2);
    }

    [Fact]
    public async Task Clients_of_other_makers_read_the_report_by_GraphQL()
    {
        await PublishAsync("signals/v9.0", "numerai_ticker");
        var participant = await server.RegisterAsync("scripted");
        var upload = (await server.DataAsync(
            "query($filename: String! $tournament: Int! $modelId: String) { diagnosticsUploadAuth(filename: $filename tournament: "
                + "$tournament modelId: $modelId) { filename url } }",
            new { filename = "history.csv", tournament = 11, modelId = "" }, participant.Credentials)).At("diagnosticsUploadAuth");
        using (var http = new HttpClient())
        {
            using var put = await http.PutAsync(
                upload.Text("url"), new ByteArrayContent(await File.ReadAllBytesAsync(Signal("numerai_ticker"))));
            Assert.True(put.IsSuccessStatusCode);
        }

        var filename = upload.Text("filename");
        var id = (await server.DataAsync(
            "mutation($filename: String! $tournament: Int! $modelId: String) { createDiagnostics(filename: $filename tournament: "
                + "$tournament modelId: $modelId) { id } }",
            new { filename, tournament = 11, modelId = "" }, participant.Credentials)).Text("createDiagnostics", "id");
        var awaited = await participant.Client.Diagnostics.GetAsync(Guid.Parse(id), wait: 30);
        Assert.Equal(("done", "signals/v9.0"), (awaited.Status, awaited.Release));

        var report = (await server.DataAsync(
            """
            query($id: String $modelId: String!) { diagnostics(id: $id modelId: $modelId) {
              erasAcceptedCount examplePredsCorrMean message status trainedOnVal updatedAt
              validationCorrMean validationCorrMeanRating validationMmcMean
              validationCorrV4Mean validationFncV4Sharpe validationIcV2Std validationRicMaxDrawdown
              validationAlphaCorrWExamplePreds validationAlphaMean
              perEraDiagnostics { era examplePredsCorr validationAlpha validationBmc validationChurn validationCorr validationCorrV4
                validationFeatureCorrMax
                validationFeatureNeutralCorr validationFeatureNeutralCorrV3 validationMmc validationFncV4 validationIcV2 validationRic } } }
            """,
            new { id, modelId = "" }, participant.Credentials)).At("diagnostics");
        Assert.Equal(
            ("done", 3, 20260109),
            (report.Text("status"), report.At("erasAcceptedCount").GetInt32(), report.At("perEraDiagnostics", "1", "era").GetInt32()));
        Assert.Equal(awaited.Signals!.Scores["alpha"].Mean, report.At("validationAlphaMean").GetDouble());
        Assert.Equal(awaited.Signals.Days[2].Churn, report.At("perEraDiagnostics", "2", "validationChurn").GetDouble());
        var (code, _) = await server.RefusedAsync("{ diagnostics(modelId: \"\") { status } }", null, participant.Credentials);
        Assert.Equal("invalid_request", code);
    }

    [Fact]
    public async Task What_is_wrong_with_a_history_file_is_said_by_code()
    {
        await PublishAsync("signals/v1.0", "numerai_ticker");
        var participant = await server.RegisterAsync("careless");
        var diagnostics = participant.Client.Diagnostics;
        Assert.Equal("invalid_submission_headers", await CodeAsync("numerai_ticker,signal\nA,0.5\n"));
        Assert.Equal("invalid_submission_headers", await CodeAsync("cusip,date,signal\nA,2026-01-09,0.5\n"));
        Assert.Equal("invalid_submission_values", await CodeAsync("numerai_ticker,date,signal\nA,soon,0.5\n"));
        Assert.Equal("invalid_submission_ids", await CodeAsync("numerai_ticker,date,signal\nS001,2026-01-09,0.5\n"));
        Assert.Equal(
            "release_not_found",
            (await Assert.ThrowsAsync<NumeraiApiException>(() => diagnostics.RunAsync(Signal("numerai_ticker"), "signals/v1.0"))).Code);
        await Refused.WithAsync(
            "feature_set_not_found", HttpStatusCode.NotFound, () => diagnostics.StartAsync("nothing.csv", "signals/v1.0", "small"));
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => diagnostics.StartAsync("nothing.csv", tournament: 9));
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => diagnostics.StartAsync("nothing.csv", wait: 31));
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => diagnostics.GetAsync(Guid.NewGuid(), wait: -1));

        async Task<string> CodeAsync(string text)
        {
            var path = Path.Combine(server.Folder, TestServer.NewName("signal"));
            await File.WriteAllTextAsync(path, text);
            return (await Assert.ThrowsAsync<NumeraiApiException>(() => diagnostics.RunSignalAsync(path, release: "signals/v1.0"))).Code;
        }
    }

    private string Signal(string kind)
    {
        var path = Path.Combine(server.Folder, TestServer.NewName("signal") + ".csv");
        var random = new Random(3);
        var text = new StringBuilder($"{kind},date,signal\n");
        foreach (var day in _days.Append(new DateOnly(1999, 12, 31)))
        {
            for (var security = 0; security < Securities; security++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Id(security)},{day:yyyy-MM-dd},{(0.5 * Target(security)) + (0.5 * random.NextDouble()):R}\n");
            }
        }

        File.WriteAllText(path, text.ToString());
        return path;
    }

    private async Task PublishAsync(string release, string kind)
    {
        var folder = Directory.CreateDirectory(Path.Combine(server.Folder, TestServer.NewName("history"))).FullName;
        var random = new Random(7);
        double[] Random() => [.. Enumerable.Range(0, _days.Length * Securities).Select(_ => random.NextDouble())];
        float[] targets = [.. _days.SelectMany(_ => Enumerable.Range(0, Securities).Select(Target))];
        Save("validation", [.. new[] { "target", "target_factor_feat_neutral", "target_factor_neutral", "target_raw_return" }
            .Select(name => new TableColumn<float>(name, targets)),
            new TableColumn<sbyte>("feature_a", [.. Random().Select(value => (sbyte)(5 * value))])]);
        Save("meta_model", [new TableColumn<double>("numerai_meta_model", Random())]);
        if (kind == "numerai_ticker")
        {
            Save("validation_neutralizer", [new TableColumn<double>("neutralizer_1", [.. targets.Select(_ => 1 / Math.Sqrt(Securities))])]);
            Save("validation_sample_weights", [new TableColumn<double>("sample_weight", [.. targets.Select(_ => 1.0)])]);
        }

        foreach (var path in Directory.GetFiles(folder))
        {
            await server.Operator.Operator.PublishDatasetAsync($"{release}/{Path.GetFileName(path)}", path);
        }

        void Save(string name, TableColumn[] columns) => ParquetFile.Write(Path.Combine(folder, name + ".parquet"), new Table(
        [
            new TableColumn<string>(kind, [.. _days.SelectMany(_ => Enumerable.Range(0, Securities).Select(Id))]),
            new TableColumn<DateOnly>("date", [.. _days.SelectMany(day => Enumerable.Repeat(day, Securities))]),
            .. columns,
        ]));
    }

    private static string Id(int security) => "S" + security.ToString("000", CultureInfo.InvariantCulture);

    private static float Target(int security) => security * 7 % 5 * 0.25f;
}

using System.Globalization;
using System.Net;
using Numerai.Client;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

public sealed class DiagnosticsTests(TestServer server) : IClassFixture<TestServer>
{
    private const int Rows = 600;
    private const int EraRows = 100;

    [Fact]
    public async Task Validation_predictions_come_back_as_a_report_that_can_be_read_again()
    {
        await PublishAsync("v6.0");
        var participant = await server.RegisterAsync("diagnosed");
        var report = await participant.Client.Diagnostics.RunAsync(Predictions(0.5), "v6.0");
        Assert.Equal((Rows, 0, Rows / EraRows), (report.Rows, report.Dropped, report.Model.Eras.Count));
        Assert.InRange(report.Model.Corr.Mean!.Value, 0.1, 1);
        Assert.NotNull(report.Model.Corr.Sharpe);
        Assert.NotNull(report.Model.Mmc.Mean);
        Assert.Null(report.Model.Bmc.Mean);
        Assert.Equal("feature_a", report.MostExposedFeature);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_code_and_others_see_nothing()
    {
        await PublishAsync("v6.1");
        var participant = await server.RegisterAsync("refused");
        var path = Path.Combine(server.Folder, TestServer.NewName("predictions"));
        await File.WriteAllTextAsync(path, "id,prediction\nm0001,7\n");
        var refused = await Assert.ThrowsAsync<NumeraiApiException>(() => participant.Client.Diagnostics.RunAsync(path, "v6.1"));
        Assert.Equal("invalid_submission_values", refused.Code);
        await Refused.WithAsync("release_not_found", HttpStatusCode.NotFound, () => participant.Client.Diagnostics.RunAsync(path, "v9"));
        await Refused.WithAsync(
            "feature_set_not_found", HttpStatusCode.NotFound, () => participant.Client.Diagnostics.RunAsync(path, "v6.1", "huge"));
        await Refused.WithAsync(
            "diagnostics_not_found", HttpStatusCode.NotFound, () => participant.Client.Diagnostics.GetAsync(Guid.NewGuid()));
        await Refused.WithAsync(
            "upload_not_found", HttpStatusCode.NotFound, () => participant.Client.Diagnostics.StartAsync("nothing.csv", "v6.1"));
    }

    private string Predictions(double knowledge)
    {
        var random = new Random(3);
        var path = Path.Combine(server.Folder, TestServer.NewName("predictions") + ".csv");
        CsvTable.Write(path, new Table(
        [
            new TableColumn<string>("id", Ids()),
            new TableColumn<double>(
                "prediction", [.. Target().Select(target => (random.NextDouble() * (1 - knowledge)) + (knowledge * target))]),
        ]));
        return path;
    }

    private async Task PublishAsync(string release)
    {
        var folder = Directory.CreateDirectory(Path.Combine(server.Folder, TestServer.NewName("release"))).FullName;
        var random = new Random(7);
        Save("validation.parquet",
            new TableColumn<float>("target", Target()),
            new TableColumn<sbyte>("feature_a", [.. Target().Select(target => (sbyte)(target * 4))]),
            new TableColumn<sbyte>("feature_b", [.. Target().Select(_ => (sbyte)random.Next(5))]));
        Save("meta_model.parquet", new TableColumn<double>("numerai_meta_model", [.. Target().Select(_ => random.NextDouble())]));
        await File.WriteAllTextAsync(Path.Combine(folder, "features.json"),
            """{"feature_stats":{},"feature_sets":{"medium":["feature_a","feature_b"]},"targets":["target"]}""");
        foreach (var path in Directory.GetFiles(folder))
        {
            await server.Operator.Operator.PublishDatasetAsync($"{release}/{Path.GetFileName(path)}", path);
        }

        void Save(string name, params TableColumn[] columns) => ParquetFile.Write(Path.Combine(folder, name), new Table(
        [
            new TableColumn<string>("id", Ids()),
            new TableColumn<string>(
                "era", [.. Enumerable.Range(0, Rows).Select(row => (row / EraRows).ToString("0000", CultureInfo.InvariantCulture))]),
            .. columns,
        ]));
    }

    private static string[] Ids() => [.. Enumerable.Range(0, Rows).Select(row => $"m{row.ToString("0000", CultureInfo.InvariantCulture)}")];

    private static float[] Target() => [.. Enumerable.Range(0, Rows).Select(row => row * 7 % 5 * 0.25f)];
}

using System.Globalization;
using System.Text.Json.Nodes;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Tests.Commands;

/// <summary>A round from release to settlement, typed command by command.</summary>
public sealed class TournamentByHandTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const int Rows = 50;
    private static readonly string[] _ids = [
        .. Enumerable.Range(0, Rows).Select(row => $"n{row.ToString("x8", CultureInfo.InvariantCulture)}")];

    [Fact]
    public async Task A_round_is_run_and_taken_part_in_from_the_command_line()
    {
        await PrepareAsync();
        var alice = File("alice.json");
        await CliRun.OutputAsync(alice, "account", "create", "alice", "--url", served.Url);
        await CliRun.OutputAsync(alice, "model", "create", "alpha");
        await OperateAsync("deposit", "alice", "100");
        await CliRun.OutputAsync(alice, "stake", "increase", "alpha", "40.5");
        var submission = await CliRun.JsonAsync(alice, "submit", Predictions(), "--model", "alpha");
        Assert.Equal(("on_time", Rows), (submission.GetProperty("status").GetString(), submission.GetProperty("rows").GetInt32()));

        await SeeLiveAsync(alice);
        await OperateAsync("round", "close", "1", "--early");
        await CliRun.RefusedAsync(
            1, "target_not_due", served.Operator, "round", "score", "1", "--day", "1", "--target", Target(), "--url", served.Url);
        await CliRun.RefusedAsync(
            1,
            "target_of_another_day",
            served.Operator,
            "round",
            "score",
            "1",
            "--day",
            "1",
            "--target",
            DayTwenty(),
            "--early",
            "--url",
            served.Url);
        await OperateAsync("round", "score", "1", "--day", "1", "--target", Target(), "--early");
        await OperateAsync("round", "resolve", "1");

        await SeeResultsAsync(alice);
    }

    private async Task SeeLiveAsync(string alice)
    {
        var live = File("alices-live.parquet");
        var said = await CliRun.OutputAsync(alice, "data", "download", "v5.2/live.parquet", live);
        Assert.Contains("v5.2/live.parquet is v5.2/live_1.parquet of round 8/1.", said, StringComparison.Ordinal);
        Assert.Contains("v5.2/live.parquet", await CliRun.OutputAsync(alice, "data", "list"), StringComparison.Ordinal);
        Assert.Contains("8/1", await CliRun.OutputAsync(alice, "submit", Predictions(), "--model", "alpha"), StringComparison.Ordinal);
    }

    private async Task SeeResultsAsync(string alice)
    {
        var round = await CliRun.JsonAsync(alice, "round", "show");
        Assert.Equal(("resolved", "40.5"), (round.GetProperty("phase").GetString(), round.GetProperty("atRisk").GetString()));
        Assert.Contains("alpha", await CliRun.OutputAsync(alice, "leaderboard"), StringComparison.Ordinal);
        Assert.Contains("corr", await CliRun.OutputAsync(alice, "scores", "--model", "alpha"), StringComparison.Ordinal);
        Assert.Contains("holds", await CliRun.OutputAsync(alice, "conservation"), StringComparison.Ordinal);
        Assert.Contains("stake increase", await CliRun.OutputAsync(alice, "ledger"), StringComparison.Ordinal);
        Assert.Contains("40.5", await CliRun.OutputAsync(alice, "round", "settlement", "1"), StringComparison.Ordinal);

        // What --json prints is the body of the REST interface, field by field.
        using var http = new HttpClient();
        foreach (var (path, arguments) in new (string Path, string[] Arguments)[]
        {
            ("/api/v1/rounds/8/1", ["round", "show", "1"]),
            ("/api/v1/rounds?tournament=8", ["round", "list", "--tournament", "8"]),
            ("/api/v1/rounds/8/1/settlement", ["round", "settlement", "1"]),
            ("/api/v1/scores?tournament=8", ["scores", "--tournament", "8"]),
            ("/api/v1/leaderboard/8?limit=20", ["leaderboard"]),
            ("/api/v1/treasury", ["treasury", "show"]),
            ("/api/v1/conservation", ["conservation"]),
            ("/api/v1/datasets", ["data", "list"]),
            ("/api/v1/models", ["model", "list", "--all"]),
            ("/api/v1/ledger", ["ledger", "--all"]),
        })
        {
            var body = JsonNode.Parse(await http.GetStringAsync(new Uri(served.Url + path)));
            var printed = JsonNode.Parse((await CliRun.JsonAsync(alice, arguments)).GetRawText());
            Assert.True(
                JsonNode.DeepEquals(body, printed), $"numerai {string.Join(' ', arguments)} printed {printed}, but {path} is {body}.");
        }
    }

    private async Task PrepareAsync()
    {
        var release = Directory.CreateDirectory(File("v5.2")).FullName;
        ParquetFile.Write(Path.Combine(release, "live_1.parquet"), new Table(
        [
            new TableColumn<string>("id", _ids),
            new TableColumn<sbyte>("feature_one", [.. _ids.Select((_, row) => (sbyte)(row % 5))]),
        ]));
        await OperateAsync("release", "publish", release);
        await OperateAsync("treasury", "mint", "1000");
        var settings = JsonNode.Parse(await OperateAsync("settings", "show"))!;
        settings["version"] = settings["version"]!.GetValue<int>() + 1;
        settings["scoring"]!["days"] = 1;
        await System.IO.File.WriteAllTextAsync(File("settings.json"), settings.ToJsonString());
        await OperateAsync("settings", "change", File("settings.json"));
        await OperateAsync("round", "open", "--live", "v5.2/live_1.parquet", "--number", "1");
    }

    private Task<string> OperateAsync(params string[] arguments) =>
        CliRun.OutputAsync(served.Operator, [.. arguments, "--url", served.Url]);

    private string File(string name) => Path.Combine(served.Folder, name);

    private string Predictions() => Write("predictions.csv", "id,prediction", row => (row + 1) / (Rows + 1.0));

    private string Target() => Write("target.csv", "id,target", row => row * 5 / Rows * 0.25);

    private string DayTwenty() => Write("day_20.csv", "id,target", row => row * 5 / Rows * 0.25);

    private string Write(string name, string header, Func<int, double> value)
    {
        var lines = _ids.Select((id, row) => $"{id},{value(row).ToString("R", CultureInfo.InvariantCulture)}\n");
        System.IO.File.WriteAllText(File(name), header + "\n" + string.Concat(lines));
        return File(name);
    }
}

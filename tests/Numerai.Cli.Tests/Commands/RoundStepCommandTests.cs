using System.Globalization;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Tests.Commands;

/// <summary>Steps of rounds from the command line.</summary>
public sealed class RoundStepCommandTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task A_round_is_closed_without_waiting_and_its_step_is_asked_for()
    {
        Assert.Equal("Nothing is under way.\n", await OperateAsync("round", "step", "list"));
        var release = Directory.CreateDirectory(Path.Combine(served.Folder, "v5.2")).FullName;
        string[] ids = [.. Enumerable.Range(0, 20).Select(row => $"n{row.ToString("x8", CultureInfo.InvariantCulture)}")];
        ParquetFile.Write(Path.Combine(release, "live_1.parquet"), new Table(
            [new TableColumn<string>("id", ids), new TableColumn<sbyte>("feature_one", [.. ids.Select((_, row) => (sbyte)(row % 5))])]));
        await OperateAsync("release", "publish", release);
        await OperateAsync("round", "open", "--live", "v5.2/live_1.parquet", "--number", "1");

        var closing = await CliRun.JsonAsync(
            served.Operator, "round", "close", "1", "--early", "--no-wait", "--url", served.Url);
        Assert.Equal(("closed", "closing"), (closing.GetProperty("phase").GetString(), closing.GetProperty("working").GetString()));
        Assert.Equal("closing", closing.GetProperty("step").GetProperty("step").GetString());

        // The same command again waits for the step that is under way.
        Assert.DoesNotContain("closing", await OperateAsync("round", "close", "1", "--early"), StringComparison.Ordinal);
        foreach (var command in new string[][] { ["show", "1"], ["retry", "1"], ["abort", "1", "--reason", "Because."] })
        {
            await CliRun.RefusedAsync(1, "step_not_found", served.Operator, ["round", "step", .. command, "--url", served.Url]);
        }
    }

    private Task<string> OperateAsync(params string[] arguments) =>
        CliRun.OutputAsync(served.Operator, [.. arguments, "--url", served.Url]);
}

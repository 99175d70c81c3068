using System.Globalization;
using System.Text.Json;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Tests.Commands;

/// <summary>Holders change the payout multipliers with a backtest on the ballot, typed command by command.</summary>
public sealed class GovernedTournamentTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const int Rows = 50;
    private static readonly string[] _ids = [
        .. Enumerable.Range(0, Rows).Select(row => $"n{row.ToString("x8", CultureInfo.InvariantCulture)}")];

    [Fact]
    public async Task Holders_change_the_multipliers_the_next_round_pays_by_them_and_the_audit_holds()
    {
        var alice = File("alice.json");
        await OperateAsync("treasury", "mint", "1000");
        await CliRun.OutputAsync(alice, "account", "create", "alice", "--url", served.Url);
        await CliRun.OutputAsync(alice, "model", "create", "alpha");
        await OperateAsync("deposit", "alice", "100");
        await CliRun.OutputAsync(alice, "stake", "increase", "alpha", "40.5");
        await PassAsync(alice, """{"scoring":{"days":1}}""", backtest: null);
        await OpenAsync(1);
        await CliRun.OutputAsync(
            alice, "submit", Write("predictions.csv", "id,prediction", row => (row + 1) / (Rows + 1.0)), "--model", "alpha");

        await SettleAsync(1);
        await OpenAsync(2);
        await CliRun.OutputAsync(alice, "submit", File("predictions.csv"), "--model", "alpha");
        var backtest = new BallotedBacktest(alice, served.Folder);
        var report = await backtest.MakeAsync("""{"payout":{"multipliers":{"corr":"0.5","mmc":"3"}}}""");
        var executed = await PassAsync(alice, """{"payout":{"multipliers":{"corr":"0.5","mmc":"3"}}}""", report);
        Assert.Equal("done", executed.GetProperty("records")[0].GetProperty("outcome").GetString());

        await SettleAsync(2);
        await OpenAsync(3);
        Assert.Equal(["2.25", "2.25", "3"], await Task.WhenAll(Enumerable.Range(1, 3).Select(number => MmcAsync(alice, number))));
        await CliRun.OutputAsync(alice, "submit", File("predictions.csv"), "--model", "alpha");
        await SettleAsync(3);

        await backtest.VerifyAsync(proposal: 2);
        Assert.Contains("2 executed actions holds", await CliRun.OutputAsync(alice, "gov", "verify"), StringComparison.Ordinal);
        Assert.Contains("holds", await CliRun.OutputAsync(alice, "conservation"), StringComparison.Ordinal);
        await OperateAsync("checkpoint", "make");
        await CliRun.OutputAsync(alice, "export", File("export"));
        Assert.Contains("everything holds", await CliRun.OutputAsync(alice, "audit", File("export")), StringComparison.Ordinal);
    }

    private static async Task<string?> MmcAsync(string alice, int round) =>
        (await CliRun.JsonAsync(alice, "round", "show", round.ToString(CultureInfo.InvariantCulture)))
        .GetProperty("settings").GetProperty("payout").GetProperty("multipliers").GetProperty("mmc").GetString();

    private async Task<JsonElement> PassAsync(string alice, string patch, string? backtest)
    {
        await System.IO.File.WriteAllTextAsync(File("patch.json"), patch);
        string[] ballot = backtest is null ? [] : ["--backtest", backtest];
        var proposal = await CliRun.JsonAsync(
            alice, ["gov", "propose", "A change", "--text", File("patch.json"), "--settings", File("patch.json"), .. ballot]);
        var number = proposal.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture);
        await OperateAsync("clock", proposal.GetProperty("votingStarts").GetString()!);
        await CliRun.OutputAsync(alice, "gov", "vote", number, "for");
        await OperateAsync("clock", proposal.GetProperty("votingEnds").GetString()!);
        var queued = await CliRun.JsonAsync(alice, "gov", "queue", number);
        await CliRun.RefusedAsync(1, "proposal_wrong_state", alice, "gov", "execute", number);
        await OperateAsync("clock", queued.GetProperty("executableFrom").GetString()!);
        return await CliRun.JsonAsync(alice, "gov", "execute", number);
    }

    private async Task OpenAsync(int number)
    {
        var release = Directory.CreateDirectory(File($"release_{number}/v5.2")).FullName;
        ParquetFile.Write(Path.Combine(release, $"live_{number}.parquet"), new Table(
        [
            new TableColumn<string>("id", _ids),
            new TableColumn<sbyte>("feature_one", [.. _ids.Select((_, row) => (sbyte)(row % 5))]),
        ]));
        await OperateAsync("release", "publish", release);
        await OperateAsync(
            "round", "open", "--live", $"v5.2/live_{number}.parquet", "--number", number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Closes, scores and resolves.</summary>
    private async Task SettleAsync(int round)
    {
        var number = round.ToString(CultureInfo.InvariantCulture);
        if ((await CliRun.JsonAsync(served.Operator, "round", "show", number, "--url",
            served.Url)).GetProperty("phase").GetString() == "open")
        {
            await OperateAsync("round", "close", number, "--early");
        }

        await OperateAsync(
            "round", "score", number, "--day", "1", "--target", Write("target.csv", "id,target", row => row * 5 / Rows * 0.25), "--early");
        await OperateAsync("round", "resolve", number);
    }

    private Task<string> OperateAsync(params string[] arguments) =>
        CliRun.OutputAsync(served.Operator, [.. arguments, "--url", served.Url]);

    private string File(string name) => Path.Combine(served.Folder, name);

    private string Write(string name, string header, Func<int, double> value)
    {
        var lines = _ids.Select((id, row) => $"{id},{value(row).ToString("R", CultureInfo.InvariantCulture)}\n");
        System.IO.File.WriteAllText(File(name), header + "\n" + string.Concat(lines));
        return File(name);
    }
}

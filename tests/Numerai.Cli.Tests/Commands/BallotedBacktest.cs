using System.Globalization;
using System.Text.Json;

namespace Numerai.Cli.Tests.Commands;

/// <summary>A holder's backtest of a change of settings: made, put on the ballot, downloaded, played again, forged.</summary>
internal sealed class BallotedBacktest(string holder, string folder)
{
    private const string Name = "small, seed 1, simulator 0.1.0";

    private string Report => Path.Combine(folder, "backtest");

    /// <summary>A small market, played under the server's settings and under the change. Other changes do not get this report.</summary>
    public async Task<string> MakeAsync(string patch)
    {
        await WriteAsync("patch.json", patch);
        await WriteAsync("small.json", """
            { "name": "small", "rounds": 6, "history": 20, "treasury": 1000,
              "market": { "kind": "synthetic", "securities": 100, "features": 8 },
              "populations": [ { "name": "ridge", "archetype": "linear", "accounts": 2, "deposit": 100 },
                { "name": "noise", "archetype": "noise", "accounts": 2, "deposit": 100 } ],
              "research": { "resamples": 100 }, "portfolio": { "enabled": false } }
            """);
        Assert.Contains(
            Name, await PlayAsync(File("patch.json"), "--scenario", File("small.json"), "--out", Report), StringComparison.Ordinal);
        Assert.Contains(
            "payout.multipliers.mmc",
            await System.IO.File.ReadAllTextAsync(Path.Combine(Report, "backtest.html")),
            StringComparison.Ordinal);
        await WriteAsync("other.json", """{"payout":{"clip":"0.01"}}""");
        await CliRun.RefusedAsync(
            1, "backtest_not_matched", holder, "gov", "propose", "Other", "--text", File("other.json"), "--settings", File("other.json"),
            "--backtest", Report);
        return Report;
    }

    /// <summary>What is on the ballot comes out again, by whatever way; what was tampered with does not.</summary>
    public async Task VerifyAsync(int proposal)
    {
        var number = proposal.ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"the same bytes: {Name}", await PlayAsync("verify", number, "--threads", "3"), StringComparison.Ordinal);
        await PlayAsync(number, "--scenario", File("small.json"), "--current", await SettingsBeforeAsync(), "--out", File("again"));
        await CliRun.OutputAsync(holder, "gov", "backtest", "compare", number, File("again"));
        await CliRun.OutputAsync(holder, "gov", "backtest", "get", number, "--out", File("downloaded"));
        Assert.Equal(
            await System.IO.File.ReadAllBytesAsync(Json(Report)), await System.IO.File.ReadAllBytesAsync(Json(File("downloaded"))));

        await ForgeAsync();
        Assert.Equal(1, (await CliRun.RunAsync(holder, "gov", "backtest", "compare", number, Report)).ExitCode);
        var forged = await CliRun.JsonAsync(
            holder, "gov", "propose", "Forged", "--text", File("patch.json"), "--settings", File("patch.json"), "--backtest", Report);
        var refused = await CliRun.RunAsync(holder, "gov", "backtest", "verify", forged.GetProperty("number").GetRawText());
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"backtest_differs: {Name}", refused.StandardError, StringComparison.Ordinal);
    }

    private async Task ForgeAsync()
    {
        var text = await System.IO.File.ReadAllTextAsync(Json(Report));
        var forged = text.Replace("\"gini\": ", "\"gini\": 1", StringComparison.Ordinal);
        Assert.NotEqual(text, forged);
        await System.IO.File.WriteAllTextAsync(Json(Report), forged);
    }

    private async Task<string> SettingsBeforeAsync()
    {
        using var report = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(Json(Report)));
        await WriteAsync("before.json", report.RootElement.GetProperty("settings").GetRawText());
        return File("before.json");
    }

    /// <summary>Runs a command that shows its progress on the error stream.</summary>
    private async Task<string> PlayAsync(params string[] arguments)
    {
        var run = await CliRun.RunAsync(holder, ["gov", "backtest", .. arguments]);
        Assert.True(run.ExitCode == 0, run.StandardError);
        return run.StandardOutput;
    }

    private Task WriteAsync(string name, string content) => System.IO.File.WriteAllTextAsync(File(name), content);

    private string File(string name) => Path.Combine(folder, name);

    private static string Json(string report) => Path.Combine(report, "backtest.json");
}

using System.Text;
using System.Text.Json.Nodes;
using Numerai.Contracts;
using Numerai.Simulations.Backtests;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Simulations.Tests;

/// <summary>A backtest of settings is the same to the byte for whoever plays it again, and no other.</summary>
public sealed class BacktestTests
{
    private const string Patch = """{"payout":{"multipliers":{"corr":"3","mmc":null},"clip":"0.1"}}""";

    [Fact]
    public async Task Whoever_plays_a_report_again_gets_the_same_bytes_whatever_the_number_of_threads()
    {
        var report = await RunAsync(Patch);
        var bytes = BacktestFiles.Bytes(report);
        var read = BacktestFiles.Read(bytes, "it");

        var again = await SettingsBacktest.RunAsync(
            SettingsBacktest.PlanOf(read, null), threads: 3, null, TestContext.Current.CancellationToken);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(BacktestFiles.Bytes(again)));
        Assert.NotEqual(report.Before.Hash, report.After.Hash);
        Assert.True(
            report.After.Rounds[^1].Paid + report.After.Rounds[^1].Burned != report.Before.Rounds[^1].Paid + report.Before.Rounds[^1]
                .Burned,
            "A wider clip and other multipliers pay other amounts.");
    }

    [Fact]
    public async Task The_scenario_is_played_under_the_tournaments_settings_and_not_its_own()
    {
        var own = SmallScenario.Make(rounds: 6) with { Settings = new JsonObject { ["payout"] = new JsonObject { ["clip"] = 0.01 } } };

        var first = await RunAsync(Patch, own);
        var second = await RunAsync(Patch);

        Assert.Equal(second.Before.Hash, first.Before.Hash);
        Assert.False(first.Scenario.ContainsKey("settings") && first.Scenario["settings"] is not null);
    }

    [Theory]
    [InlineData("""{"calendar":{"opensAt":"13:00:00"}}""", "nothing that a simulation plays")]
    [InlineData("""{"payout":{"clip":"7"}}""", "clip")]
    [InlineData("""{"payout":{"klip":"0.1"}}""", "does not fit")]
    public async Task A_patch_that_cannot_be_compared_is_refused_with_the_reason(string patch, string reason)
    {
        var refusal = await Assert.ThrowsAsync<SimulationException>(() => RunAsync(patch));

        Assert.Equal("backtest_invalid", refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_another_tournament_than_the_scenario_plays_are_refused()
    {
        var plan = new BacktestPlan(SmallScenario.Make(), TournamentDefaults.Of(TournamentId.Crypto), JsonNode.Parse(Patch)!.AsObject());

        var refusal = await Assert.ThrowsAsync<SimulationException>(() => SettingsBacktest.RunAsync(plan, 1));

        Assert.Contains("plays tournament 8", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_made_from_the_file_alone_and_shows_what_changes()
    {
        var folder = Directory.CreateTempSubdirectory("numerai-backtest-");
        try
        {
            var hash = BacktestFiles.Write(folder.FullName, BacktestFiles.Bytes(await RunAsync(Patch)));

            var page = await File.ReadAllTextAsync(
                Path.Combine(folder.FullName, BacktestFiles.Page), TestContext.Current.CancellationToken);
            Assert.Contains(hash, page, StringComparison.Ordinal);
            Assert.Contains("<td>payout.multipliers.corr</td><td>0.75</td><td>3</td>", page, StringComparison.Ordinal);
            Assert.Contains("<td>payout.multipliers.mmc</td><td>2.25</td><td>(taken away)</td>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no report")]
    [InlineData("""{"format":"numerai backtest 1"}""")]
    public void A_file_that_is_no_report_is_refused(string content)
    {
        var refusal = Assert.Throws<SimulationException>(() => BacktestFiles.Read(Encoding.UTF8.GetBytes(content), "it"));

        Assert.Equal("backtest_unreadable", refusal.Code);
    }

    private static Task<BacktestReport> RunAsync(string patch, Scenarios.Scenario? scenario = null) => SettingsBacktest.RunAsync(
        new BacktestPlan(
            scenario ?? SmallScenario.Make(rounds: 6),
            TournamentDefaults.Of(TournamentId.Classic),
            JsonNode.Parse(patch)!.AsObject()), threads: 1);
}

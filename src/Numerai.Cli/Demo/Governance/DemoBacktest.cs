using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Simulations.Backtests;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Cli.Demo.Governance;

/// <summary>Half a year of a small simulated tournament, for the report on the ballot.</summary>
internal static class DemoBacktest
{
    private const int Rounds = 26;

    public static async Task<byte[]> RunAsync(
        TournamentSettings settings, JsonElement patch, int seed, CancellationToken cancellation)
    {
        var before = SettingsPatch.Read(JsonSerializer.Serialize(settings, NumeraiJson.Options));
        var plan = new BacktestPlan(
            Scenario(seed),
            before.Accepted
                ? before.Value
                : throw new InvalidOperationException($"The server's settings are not understood: {before.Refusal.Message}"),
            JsonNode.Parse(patch.GetRawText())!.AsObject());
        return BacktestFiles.Bytes(await SettingsBacktest.RunAsync(plan, Environment.ProcessorCount, null, cancellation));
    }

    /// <summary>Plays a report again, as a voter does.</summary>
    public static async Task<byte[]> AgainAsync(byte[] report, CancellationToken cancellation) =>
        BacktestFiles.Bytes(await SettingsBacktest.RunAsync(
        SettingsBacktest.PlanOf(BacktestFiles.Read(report, "the report on the ballot"), null), 1, null, cancellation));

    private static Scenario Scenario(int seed) => new()
    {
        Name = "half-a-year",
        Description = "Half a year of skill, benchmark followers and noise on a small synthetic market.",
        Seed = seed,
        Rounds = Rounds,
        History = 40,
        Treasury = 20_000,
        Market = new MarketScenario { Kind = "synthetic", Securities = 300, Features = 12, Predictability = 0.1 },
        Populations =
        [
            new PopulationScenario { Name = "ridge", Archetype = "linear", Accounts = 4, Deposit = 300 },
            new PopulationScenario { Name = "followers", Archetype = "benchmark-follower", Accounts = 2, Deposit = 300 },
            new PopulationScenario { Name = "noise", Archetype = "noise", Accounts = 4, Deposit = 150 },
        ],
        Research = new ResearchScenario { Variants = ["equal"], LeaveOneOut = false, Resamples = 500 },
        Portfolio = new PortfolioScenario { Enabled = false },
    };
}

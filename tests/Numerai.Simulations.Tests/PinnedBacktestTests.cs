using System.Text.Json;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

/// <summary>
/// Every shipped scenario, shortened, gives what it gave before: statistics and hash are pinned in pinned-backtests.json. When a change is
/// meant, run these tests with NUMERAI_PIN naming a file; they write the new values there.
/// </summary>
public sealed class PinnedBacktestTests
{
    private static readonly Lock _pinning = new();

    public static TheoryData<string> Shipped => [.. ScenarioReader.Shipped];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_shortened_scenario_gives_the_pinned_statistics_and_hash(string name)
    {
        var scenario = ShortScenario.Of(name);
        var summary = SummaryBuilder.Build(await new SimulationRun(scenario).RunAsync(ShortScenario.Market(scenario)));
        var pinned = JsonSerializer.Deserialize<Dictionary<string, ExpectedScenario>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pinned-backtests.json")), ScenarioJson.Options)!;
        if (Environment.GetEnvironmentVariable("NUMERAI_PIN") is { } file)
        {
            Pin(file, name, summary);
            return;
        }

        Assert.True(pinned.ContainsKey(name), $"{name} is not pinned.");
        Assert.Equal([], ExpectedResult.Compare(pinned[name], summary));
    }

    private static void Pin(string file, string name, SimulationSummary summary)
    {
        lock (_pinning)
        {
            var all = File.Exists(file)
                ? JsonSerializer.Deserialize<SortedDictionary<string, ExpectedScenario>>(File.ReadAllText(file), ScenarioJson.Options)!
                : new SortedDictionary<string, ExpectedScenario>(StringComparer.Ordinal);
            string[] kept = ["corr.stake-weighted.mean", "corr.benchmark.mean", "paid", "burned", "gini"];
            all[name] = new ExpectedScenario { Hash = summary.Hash, Statistics = kept.ToDictionary(key => key, key => summary.Statistics[key]) };
            File.WriteAllText(file, JsonSerializer.Serialize(all, ScenarioJson.Options) + "\n");
        }
    }
}

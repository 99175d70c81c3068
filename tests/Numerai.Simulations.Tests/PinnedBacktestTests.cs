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

    /// <summary>
    /// Run them with <c>-explicit only</c>; they take minutes each. Real prices are looked for in the folder that NUMERAI_PRICES names.
    /// </summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(Shipped))]
    public async Task A_whole_scenario_gives_the_statistics_and_the_hash_in_its_file(string name)
    {
        var scenario = ScenarioReader.Load(name);
        if (scenario.Market.Kind == "prices")
        {
            var prices = Environment.GetEnvironmentVariable("NUMERAI_PRICES");
            Assert.SkipWhen(string.IsNullOrEmpty(prices), $"{name} needs real prices: set NUMERAI_PRICES to their folder.");
            scenario = scenario with { Market = scenario.Market with { Folder = Path.GetFullPath(prices!) } };
        }

        var folder = Directory.CreateTempSubdirectory("simulation-").FullName;
        var (_, differences) = await ScenarioRunner.RunAsync(
            scenario, folder, Environment.ProcessorCount, null, TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        Assert.Empty(differences);
    }

    /// <summary>All but the one that is there to measure speed.</summary>
    [Fact]
    public void Every_shipped_scenario_pins_the_hash_and_statistics_of_its_whole_run() => Assert.All(
        ScenarioReader.Shipped.Except(["scale"]), name =>
    {
        var expected = ScenarioReader.Load(name).Expected;
        Assert.Matches("^[0-9a-f]{64}$", expected?.Hash);
        Assert.True(expected!.Statistics.Count >= 5, $"{name} pins {expected.Statistics.Count} statistics.");
    });

    private static void Pin(string file, string name, SimulationSummary summary)
    {
        lock (_pinning)
        {
            var all = File.Exists(file)
                ? JsonSerializer.Deserialize<SortedDictionary<string, ExpectedScenario>>(File.ReadAllText(file), ScenarioJson.Options)!
                : new SortedDictionary<string, ExpectedScenario>(StringComparer.Ordinal);
            string[] kept = [
                "corr.stake-weighted.mean", "corr.benchmark.mean", "alpha.stake-weighted.mean", "alpha.benchmark.mean", "paid", "burned",
                "gini"];
            all[name] = new ExpectedScenario
            {
                Hash = summary.Hash,
                Statistics = kept.Where(summary.Statistics.ContainsKey).ToDictionary(key => key, key => summary.Statistics[key]),
            };
            File.WriteAllText(file, JsonSerializer.Serialize(all, ScenarioJson.Options) + "\n");
        }
    }
}

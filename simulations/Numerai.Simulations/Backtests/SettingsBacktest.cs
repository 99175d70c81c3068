using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Contracts;
using Numerai.Simulations.Research;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Simulations.Backtests;

/// <summary>Plays a scenario twice, with the same seed: under a tournament's settings and under a change of them.</summary>
public static class SettingsBacktest
{
    private const int Decimals = 6;

    /// <summary>
    /// What a simulation of weekly rounds has its own of: when rounds open and are scored, and what uploads look like. All other settings
    /// are played.
    /// </summary>
    private static readonly string[] _notPlayed = ["version", "tournament", "name", "submission", "scoring", "calendar"];

    /// <summary>Version of this simulator.</summary>
    public static string Simulator { get; } = typeof(SettingsBacktest).Assembly.GetName().Version!.ToString(3);

    /// <param name="progress">Makes a progress display for a run of the given name; null for none.</param>
    /// <exception cref="SimulationException"><c>backtest_invalid</c>, and what a simulation throws.</exception>
    public static async Task<BacktestReport> RunAsync(
        BacktestPlan plan, int threads, Func<string, IProgress<SimulationProgress>>? progress = null,
        CancellationToken cancellation = default)
    {
        var (before, after) = (PlayedUnder(plan, plan.Settings), PlayedUnder(plan, Changed(plan)));
        if (JsonNode.DeepEquals(before.Settings, after.Settings))
        {
            throw new SimulationException(
                "backtest_invalid",
                $"The patch changes nothing that a simulation plays ({string.Join(", ", _notPlayed[2..])} are its own); there is nothing "
                    + "to compare.");
        }

        var first = await PlayAsync(before, "before");
        var second = await PlayAsync(after, "after");
        var comparison = ResultComparison.Of(first, second);
        return new BacktestReport
        {
            Format = BacktestReport.CurrentFormat,
            Simulator = Simulator,
            Tournament = plan.Settings.Tournament.Number,
            Settings = SettingsPatch.Write(plan.Settings),
            Patch = plan.Patch,
            Scenario = JsonSerializer.SerializeToNode(Portable(plan.Scenario), ScenarioJson.Options)!.AsObject(),
            MarketSha256 = plan.Scenario.Market.Folder is { } folder ? HashFolder(folder) : null,
            Before = Side(first),
            After = Side(second),
            MetaModel = new Interval(Short(comparison.MetaModel.Value), Short(comparison.MetaModel.Low), Short(comparison.MetaModel.High)),
            Statistics = comparison.Statistics,
        };

        async Task<SimulationSummary> PlayAsync(Scenario scenario, string name)
        {
            var options = new SimulationOptions { Threads = threads, Progress = progress?.Invoke(name) };
            return SummaryBuilder.Build(await new SimulationRun(scenario, options).RunAsync(null, cancellation));
        }
    }

    /// <summary>The plan that a report was made by, to make it again.</summary>
    /// <param name="marketFolder">Folder of prices or release, when the report's market is read from one.</param>
    /// <exception cref="SimulationException"><c>backtest_unreadable</c>, <c>backtest_market_differs</c>.</exception>
    public static BacktestPlan PlanOf(BacktestReport report, string? marketFolder)
    {
        var scenario = ScenarioReader.Parse(report.Scenario.ToJsonString(ScenarioJson.Options), "the report's scenario");
        if (report.MarketSha256 is { } expected)
        {
            var folder = marketFolder ?? throw new SimulationException(
                "backtest_market_differs",
                $"The market of {scenario.Name} is read from a folder (SHA-256 {expected}); name it with --prices.");
            if (HashFolder(folder) is var hash && hash != expected)
            {
                throw new SimulationException(
                    "backtest_market_differs", $"The report was made on files with SHA-256 {expected}; those in {folder} have {hash}.");
            }

            scenario = scenario with { Market = scenario.Market with { Folder = Path.GetFullPath(folder) } };
        }

        var settings = SettingsPatch.Read(report.Settings.ToJsonString());
        return settings.Accepted
            ? new BacktestPlan(scenario, settings.Value, report.Patch)
            : throw new SimulationException(
                "backtest_unreadable", $"The report's settings are not those of this version: {settings.Refusal.Message}");
    }

    private static TournamentSettings Changed(BacktestPlan plan)
    {
        var next = SettingsPatch.Apply(plan.Settings, plan.Patch.ToJsonString());
        return next.Accepted ? next.Value : throw new SimulationException("backtest_invalid", next.Refusal.Message);
    }

    private static Scenario PlayedUnder(BacktestPlan plan, TournamentSettings settings)
    {
        if (plan.Scenario.Tournament != settings.Tournament.Number)
        {
            throw new SimulationException(
                "backtest_invalid", $"The scenario {plan.Scenario.Name} plays tournament {plan.Scenario.Tournament}; the settings are "
                    + $"those of tournament {settings.Tournament}.");
        }

        var played = JsonSerializer.SerializeToNode(settings, StoredJson.Options)!.AsObject();
        foreach (var name in _notPlayed)
        {
            played.Remove(name);
        }

        var scenario = Portable(plan.Scenario) with { Settings = played };
        _ = ScenarioReader.Parse(JsonSerializer.Serialize(scenario, ScenarioJson.Options), $"{scenario.Name} under these settings");
        return scenario with { Market = plan.Scenario.Market };
    }

    /// <summary>The scenario without what belongs to one machine or to a run of its own.</summary>
    private static Scenario Portable(Scenario scenario) => scenario with
    {
        Schema = null,
        Settings = null,
        Counterfactual = false,
        Expected = null,
        Market = scenario.Market with { Folder = null },
    };

    private static BacktestSide Side(SimulationSummary summary) => new(
        summary.Hash,
        [.. summary.Rounds.Select(round => new BacktestRound(
            round.Round, Short(round.MetaModel), round.AtRisk, round.Paid, round.Burned, round.Treasury, Short(round.Gini)))]);

    private static double Short(double value) => Math.Round(value, Decimals);

    private static string HashFolder(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(Path.Combine(folder, file));
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{Convert.ToHexStringLower(SHA256.HashData(content))}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

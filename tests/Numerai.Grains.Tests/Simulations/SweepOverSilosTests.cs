using System.Text.Json;
using Numerai.Client;
using Numerai.Simulations.Scenarios;

namespace Numerai.Grains.Tests.Simulations;

/// <summary>The command line sends a sweep to a cluster and gets the same files as from this machine.</summary>
public sealed class SweepOverSilosTests(LocalSilo silo) : IClassFixture<LocalSilo>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulation-sweep-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_sweep_over_silos_leaves_the_same_files_as_one_over_processes()
    {
        var scenario = SmallScenario.Make(4) with { Populations = [.. SmallScenario.Make(4).Populations.Take(2)], Events = [] };
        await File.WriteAllTextAsync(
            In("small.json"), JsonSerializer.Serialize(scenario, ScenarioJson.Options), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            In(
                "sweep.json"),
                """{ "scenario": "small.json", "parameters": [ { "path": "settings.payout.clip", "values": [0.02, 0.05] } ] }""",
                TestContext.Current.CancellationToken);

        var here = await NumeraiProgram.RunAsync("simulate", "sweep", In("sweep.json"), "--out", In("here"));
        var there = await SweepAsync(silo.OperatorKey);

        Assert.True(here.ExitCode == 0, here.Error);
        Assert.True(there.ExitCode == 0, there.Error);
        Assert.Contains("2 of 2:", there.Error, StringComparison.Ordinal);
        foreach (var name in new[] { "sweep.json", "sweep.html" })
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(In($"here/{name}"), TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(In($"there/{name}"), TestContext.Current.CancellationToken));
        }

        Assert.Equal(ResultBytes.In(In("here/point-0001")), ResultBytes.In(In("there/point-0001")));
        Assert.Equal(ResultBytes.In(In("here/point-0002")), ResultBytes.In(In("there/point-0002")));
    }

    [Fact]
    public async Task Only_the_operator_starts_simulations_and_a_scenario_is_checked_first()
    {
        using var anyone = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url });
        var registration = await anyone.Accounts.RegisterAsync("curious_too", TestContext.Current.CancellationToken);
        using var participant = new NumeraiClient(
            new NumeraiClientOptions
            {
                Url = silo.Url,
                Credentials = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret),
            });
        using var operators = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url, Credentials = silo.OperatorKey });

        Assert.Equal(
            "not_authorised", await RefusalAsync(() => participant.Simulations.StartAsync("{}", TestContext.Current.CancellationToken)));
        Assert.Equal(
            "scenario_malformed",
            await RefusalAsync(() => operators.Simulations.StartAsync("{ \"name\": 3 }", TestContext.Current.CancellationToken)));
        Assert.Equal(
            "simulation_not_found",
            await RefusalAsync(() => operators.Simulations.GetAsync(new string('0', 64), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_point_that_cannot_be_played_says_why()
    {
        using var operators = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url, Credentials = silo.OperatorKey });
        var scenario = SmallScenario.Make(4) with { Events = [], Market = new MarketScenario { Kind = "prices", Folder = "/nowhere" } };

        var point = await operators.Simulations.StartAsync(
            JsonSerializer.Serialize(scenario, ScenarioJson.Options), TestContext.Current.CancellationToken);
        while (!point.Failed)
        {
            Assert.False(point.Done);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
            point = await operators.Simulations.GetAsync(point.Id, TestContext.Current.CancellationToken);
        }

        Assert.Equal("market_folder_missing", point.Code);
        Assert.Contains("/nowhere", point.Sentence, StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(Func<Task> call) => (await Assert.ThrowsAsync<NumeraiApiException>(call)).Code;

    private Task<(int ExitCode, string Output, string Error)> SweepAsync(NumeraiCredentials key) => NumeraiProgram.RunAsync(
        "simulate", "sweep", In("sweep.json"), "--out", In("there"), "--cluster",
        "--url", silo.Url.ToString(), "--public-id", key.PublicId, "--secret-key", key.SecretKey);

    private string In(string name) => Path.Combine(_folder.FullName, name);
}

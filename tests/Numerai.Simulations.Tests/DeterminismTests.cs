using Numerai.Simulations.Hosting;
using Numerai.Simulations.Running;

namespace Numerai.Simulations.Tests;

public sealed class DeterminismTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_seed_gives_the_same_hash_with_one_or_two_threads_and_on_the_seeded_scheduler()
    {
        var one = await new SimulationRun(SmallScenario.Make(), new SimulationOptions { Threads = 1 }).RunAsync();
        var two = await new SimulationRun(SmallScenario.Make(), new SimulationOptions { Threads = 2 }).RunAsync();
        var seeded = await new SimulationRun(
            SmallScenario.Make(), new SimulationOptions { Hosts = new LocalActorHosts(deterministic: true) }).RunAsync();
        Assert.Equal(one.Hash, two.Hash);
        Assert.Equal(one.Hash, seeded.Hash);
        Assert.Equal(one.Rounds.Select(round => round.MerkleRoot), two.Rounds.Select(round => round.MerkleRoot));
        Assert.Equal(one.Rounds.Select(round => round.MerkleRoot), seeded.Rounds.Select(round => round.MerkleRoot));
    }

    [Fact]
    public async Task Another_seed_gives_another_hash()
    {
        var one = await new SimulationRun(SmallScenario.Make(8)).RunAsync();
        var other = await new SimulationRun(SmallScenario.Make(8) with { Seed = 6 }).RunAsync();
        Assert.NotEqual(one.Hash, other.Hash);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task A_run_that_was_stopped_goes_on_to_the_same_result(int round)
    {
        var whole = await new SimulationRun(SmallScenario.Make()).RunAsync();
        var options = new SimulationOptions { CheckpointFolder = _folder };
        var stopped = await Assert.ThrowsAsync<SimulationException>(
            () => new SimulationRun(SmallScenario.Make(), options with { StopAfterOpening = round }).RunAsync());
        Assert.Equal("simulation_stopped", stopped.Code);
        var resumed = await new SimulationRun(SmallScenario.Make(), options).RunAsync();
        Assert.Equal(whole.Hash, resumed.Hash);
        Assert.Equal(whole.Rounds.Select(round => round.MerkleRoot), resumed.Rounds.Select(round => round.MerkleRoot));
        Assert.Equal(whole.LedgerEntries, resumed.LedgerEntries);
    }

    [Fact]
    public async Task Rounds_of_Signals_are_the_same_on_the_seeded_scheduler_and_after_an_interruption_with_many_in_flight()
    {
        var one = await new SimulationRun(SmallScenario.Signals(), new SimulationOptions { Threads = 1 }).RunAsync();
        var seeded = await new SimulationRun(
            SmallScenario.Signals(), new SimulationOptions { Hosts = new LocalActorHosts(deterministic: true) }).RunAsync();
        var options = new SimulationOptions { CheckpointFolder = _folder, Threads = 2 };
        await Assert.ThrowsAsync<SimulationException>(
            () => new SimulationRun(SmallScenario.Signals(), options with { StopAfterOpening = 4 }).RunAsync());
        var resumed = await new SimulationRun(SmallScenario.Signals(), options).RunAsync();
        Assert.Equal((one.Hash, one.Hash), (seeded.Hash, resumed.Hash));
        Assert.Equal(one.Rounds.Select(round => round.MerkleRoot), resumed.Rounds.Select(round => round.MerkleRoot));
        Assert.Equal(one.LedgerEntries, resumed.LedgerEntries);
    }

    [Fact]
    public async Task The_shipped_Signals_scenario_gives_one_hash_with_one_or_two_threads_and_when_it_was_interrupted()
    {
        var scenario = ShortScenario.Of("baseline-signals");
        var one = await new SimulationRun(scenario, new SimulationOptions { Threads = 1 }).RunAsync();
        var two = await new SimulationRun(scenario, new SimulationOptions { Threads = 2 }).RunAsync();
        var options = new SimulationOptions { CheckpointFolder = _folder };
        await Assert.ThrowsAsync<SimulationException>(() => new SimulationRun(scenario, options with { StopAfterOpening = 7 }).RunAsync());
        var resumed = await new SimulationRun(scenario, options).RunAsync();
        Assert.Equal((one.Hash, one.Hash), (two.Hash, resumed.Hash));
    }

    [Fact]
    public async Task A_checkpoint_of_another_scenario_is_refused()
    {
        var options = new SimulationOptions { CheckpointFolder = _folder, StopAfterOpening = 2 };
        await Assert.ThrowsAsync<SimulationException>(() => new SimulationRun(SmallScenario.Make(), options).RunAsync());
        var refused = await Assert.ThrowsAsync<SimulationException>(
            () => new SimulationRun(SmallScenario.Make() with { Seed = 9 }, options).RunAsync());
        Assert.Equal("checkpoint_other_scenario", refused.Code);
    }
}

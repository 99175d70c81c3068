using Numerai.Silo.Simulations;
using Numerai.Simulations;
using Numerai.Simulations.Hosting;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;

namespace Numerai.Grains.Tests.Simulations;

/// <summary>Where a simulation's actors run changes nothing of its result.</summary>
public sealed class SimulationOnSilosTests : IDisposable
{
    private const int Rounds = 8;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulation-silos-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_silos_come_to_the_same_bytes_as_one_process_with_one_thread_or_two()
    {
        var one = await FilesAsync("process", 1, new LocalActorHosts());
        var silos = await FilesAsync("silos", 2, new SiloActorHosts(2));

        Assert.Equal(one, silos);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_simulation_interrupted_on_one_host_goes_on_on_the_other(bool beginsOnSilos)
    {
        var whole = await PlayAsync(new SimulationOptions());
        IActorHosts[] hosts = [new SiloActorHosts(1), new LocalActorHosts()];
        var stopped = await Assert.ThrowsAsync<SimulationException>(
            () => PlayAsync(Resumable(hosts[beginsOnSilos ? 0 : 1]) with { StopAfterOpening = 4 }));
        Assert.Equal("simulation_stopped", stopped.Code);

        var resumed = await PlayAsync(Resumable(hosts[beginsOnSilos ? 1 : 0]));

        Assert.Equal(whole.Hash, resumed.Hash);
        Assert.Equal(whole.Rounds.Select(round => round.MerkleRoot), resumed.Rounds.Select(round => round.MerkleRoot));
    }

    private static Task<SimulationResult> PlayAsync(SimulationOptions options) =>
        new SimulationRun(SmallScenario.Make(Rounds), options).RunAsync(null, TestContext.Current.CancellationToken);

    private SimulationOptions Resumable(IActorHosts hosts) => new() { Hosts = hosts, CheckpointFolder = _folder.FullName };

    private async Task<IReadOnlyList<string>> FilesAsync(string name, int threads, IActorHosts hosts)
    {
        var own = Path.Combine(_folder.FullName, name);
        await ScenarioRunner.RunAsync(SmallScenario.Make(Rounds), own, threads, null, TestContext.Current.CancellationToken, hosts);
        return ResultBytes.In(own);
    }
}

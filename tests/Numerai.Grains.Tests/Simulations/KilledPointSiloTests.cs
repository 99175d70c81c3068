using System.Text.Json;
using Numerai.Grains.Calls;
using Numerai.Silo.Simulations;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Grains.Tests.Simulations;

/// <summary>A sweep over silos comes to the same, whichever of them dies.</summary>
public sealed class KilledPointSiloTests : IDisposable
{
    private const int Points = 4;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulation-points-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Points_are_spread_over_silos_and_those_of_a_dead_one_are_played_again_to_the_same_bytes()
    {
        await using var cluster = await PointCluster.StartAsync(Points);
        var started = new List<SimulationPointStatus>();
        for (var point = 0; point < Points; point++)
        {
            started.Add(await cluster.Points.StartAsync(Json(point)));
            Assert.Equal(started[^1].Id, (await cluster.Points.StartAsync(Json(point))).Id);
        }

        await cluster.AllHeld.WaitAsync(TestContext.Current.CancellationToken);
        var before = cluster.Played();
        Assert.Equal([2, 2], before.Values.Select(points => points.Length));
        var (survivor, killed) = (before.Keys.Order(StringComparer.Ordinal).First(), before.Keys.Order(StringComparer.Ordinal).Last());

        await cluster.KillAsync(killed);
        cluster.GoOn();
        foreach (var point in started)
        {
            await DoneAsync(cluster, point.Id);
        }

        Assert.Equal(started.Select(point => point.Id).Order(StringComparer.Ordinal), cluster.Played()[survivor]);
        for (var point = 0; point < Points; point++)
        {
            Assert.Equal(await OnThisMachineAsync(point), await FilesAsync(cluster, started[point].Id));
        }
    }

    private static Scenario Scenario(int point) => SmallScenario.Make(6) with { Seed = point + 1 };

    private static string Json(int point) => JsonSerializer.Serialize(Scenario(point), ScenarioJson.Options);

    /// <summary>Asks until the point is done; a call to the dead silo is not answered until the others have noticed.</summary>
    private static async Task DoneAsync(PointCluster cluster, string id)
    {
        while (true)
        {
            try
            {
                var status = await cluster.Points.GetAsync(id);
                Assert.NotEqual(SimulationPointStatus.Failed, status!.State);
                if (status.State == SimulationPointStatus.Done)
                {
                    return;
                }
            }
            catch (Exception fault) when (TransientFaults.MayPass(fault))
            {
                TestContext.Current.SendDiagnosticMessage("Asking again: {0}", fault.Message);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(PointCluster cluster, string id)
    {
        var lines = new List<string>();
        foreach (var name in ResultFiles.Names)
        {
            lines.Add(ResultBytes.Line(name, (await cluster.Points.FileAsync(id, name))!));
        }

        return lines;
    }

    private async Task<IReadOnlyList<string>> OnThisMachineAsync(int point)
    {
        var own = Path.Combine(_folder.FullName, $"{point}");
        await ScenarioRunner.RunAsync(Scenario(point), own, threads: 2, null, TestContext.Current.CancellationToken);
        return ResultBytes.In(own);
    }
}

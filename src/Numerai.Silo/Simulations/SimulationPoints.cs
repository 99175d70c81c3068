using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Ports;

namespace Numerai.Silo.Simulations;

/// <summary>Points of sweeps on this cluster: starts them, says how far they are, hands out their files.</summary>
public sealed class SimulationPoints(IGrainFactory grains, IObjectStore objects)
{
    /// <summary>The build of the simulator: another one may come to another result, so it plays for itself.</summary>
    private static readonly Guid _simulator = typeof(SimulationRun).Module.ModuleVersionId;

    /// <summary>Starts a point, once however often it is asked for.</summary>
    /// <exception cref="Numerai.Simulations.SimulationException"><c>scenario_malformed</c> or <c>scenario_invalid</c>.</exception>
    public Task<SimulationPointStatus> StartAsync(string json)
    {
        // The form the reader gives back, so that white space and the order of members make no other point.
        var scenario = JsonSerializer.Serialize(ScenarioReader.Parse(json, "the scenario"), ScenarioJson.Options);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{_simulator}\n{scenario}")));
        return grains.GetGrain<ISimulationPointGrain>(id).StartAsync(scenario);
    }

    /// <summary>Null for a point that nobody started.</summary>
    public async Task<SimulationPointStatus?> GetAsync(string id)
    {
        var point = new PointObjects(objects, id);
        if (await point.IsDoneAsync())
        {
            return SimulationPointStatus.DoneWith(id);
        }

        return await point.ScenarioAsync() is null ? null : await grains.GetGrain<ISimulationPointGrain>(id).GetAsync();
    }

    /// <summary>A file of a result; null while there is none, or none of this name.</summary>
    public Task<byte[]?> FileAsync(string id, string name) => new PointObjects(objects, id).FileAsync(name);
}

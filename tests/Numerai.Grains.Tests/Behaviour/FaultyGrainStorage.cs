using Microsoft.Extensions.DependencyInjection;
using Numerai.Local.Faults;
using Orleans.Storage;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Grain state whose writes fail by plan, whatever it is kept in.</summary>
internal sealed class FaultyGrainStorage(IGrainStorage storage, FaultPlan plan) : IGrainStorage
{
    /// <summary>Puts itself before the storage that the silo has.</summary>
    public static void Add(ISiloBuilder silo, FaultPlan plan)
    {
        var behind = silo.Services.Last(
            service => service.ServiceType == typeof(IGrainStorage) && Equals(service.ServiceKey, GrainsHosting.ActorStorage));
        silo.Services.AddKeyedSingleton<IGrainStorage>(GrainsHosting.ActorStorage, (services, key) =>
            new FaultyGrainStorage((IGrainStorage)behind.KeyedImplementationFactory!(services, key), plan));
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(stateName, grainId, grainState);

    /// <summary>A write that is done twice names the same version twice.</summary>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var replaces = grainState.ETag;
        return plan.ApplyAsync(FaultPoint.Write, $"{stateName}/{grainId.Key}", async () =>
        {
            grainState.ETag = replaces;
            await storage.WriteStateAsync(stateName, grainId, grainState);
            return true;
        });
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ClearStateAsync(stateName, grainId, grainState);
}

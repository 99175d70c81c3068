namespace Numerai.Simulations.Hosting;

/// <summary>
/// Starts actors for simulations: in this process, or as grains of silos. Where they run changes the time, not the result.
/// </summary>
public interface IActorHosts
{
    Task<IActorHost> StartAsync(ActorHostSetup setup);
}

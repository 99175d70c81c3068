namespace Numerai.Silo.Simulations;

/// <summary>One point of a sweep: a scenario with its seed. Both calls are safe to repeat.</summary>
[Alias("numerai.simulation-point")]
public interface ISimulationPointGrain : IGrainWithStringKey
{
    /// <summary>Begins to play, unless it is played already or has been. One that failed begins again.</summary>
    /// <param name="scenario">The scenario as JSON, which was checked.</param>
    Task<SimulationPointStatus> StartAsync(string scenario);

    Task<SimulationPointStatus> GetAsync();
}

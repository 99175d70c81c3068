using Numerai.Grains.Serialization;

namespace Numerai.Silo.Simulations;

/// <summary>Puts the points of sweeps on a silo.</summary>
public static class SimulationsHosting
{
    /// <param name="silo">The silo; the host adds the store of objects.</param>
    /// <param name="player">Plays the points that are placed here.</param>
    public static ISiloBuilder AddSimulationPoints(this ISiloBuilder silo, SimulationPointPlayer player)
    {
        silo.Services.AddPlacementDirector<FewestPointsPlacement, FewestPointsDirector>();
        silo.Services.AddSingleton(player).AddSingleton<SimulationPoints>().AddWireNames(typeof(ISimulationPointGrain).Assembly);
        return silo;
    }
}

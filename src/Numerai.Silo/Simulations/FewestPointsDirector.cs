using Orleans.Runtime.Placement;
using Orleans.Serialization.TypeSystem;

namespace Numerai.Silo.Simulations;

/// <summary>
/// Asks the cluster how many points each silo has, and takes one with the fewest; among those, the one whose processors have the least to
/// do. A point is worth a processor for minutes, so the question is cheap.
/// </summary>
internal sealed class FewestPointsDirector(IGrainFactory grains) : IPlacementDirector
{
    /// <summary>The statistics name a class with its namespace and assembly; any other name finds nothing, and says nothing.</summary>
    private static readonly string[] _kinds = [RuntimeTypeNameFormatter.Format(typeof(SimulationPointGrain))];

    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (silos.Length == 1)
        {
            return silos[0];
        }

        var management = grains.GetGrain<IManagementGrain>(0);
        var points = (await management.GetDetailedGrainStatistics(_kinds))
            .CountBy(point => point.SiloAddress).ToDictionary();
        var load = silos.Zip(await management.GetRuntimeStatistics(silos))
            .ToDictionary(pair => pair.First, pair => pair.Second.EnvironmentStatistics.FilteredCpuUsagePercentage);
        return silos.OrderBy(silo => points.GetValueOrDefault(silo)).ThenBy(silo => load[silo]).ThenBy(silo => silo).First();
    }
}

using Orleans.Configuration;

namespace Numerai.Grains;

/// <summary>How soon a silo that is gone counts as gone. Calls have the framework's own limits.</summary>
public static class SiloLiveness
{
    /// <summary>
    /// Two missed probes of a second each: calls to the grains of a killed silo go on elsewhere after about two seconds. Shorter probes
    /// take a silo that is merely busy for a dead one.
    /// </summary>
    internal static void Configure(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.NumMissedProbesLimit = 2;
        options.NumVotesForDeathDeclaration = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        options.DefunctSiloExpiration = TimeSpan.FromDays(1);
    }
}

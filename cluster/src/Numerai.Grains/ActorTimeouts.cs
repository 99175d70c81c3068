using Orleans.Configuration;

namespace Numerai.Grains;

/// <summary>How long calls may take, and how soon a silo that is gone counts as gone.</summary>
public static class ActorTimeouts
{
    /// <summary>
    /// Closing or settling a large round is one call of minutes. A long limit costs nothing when a silo dies, because its outstanding
    /// calls are then broken off at once.
    /// </summary>
    public static TimeSpan Response { get; } = TimeSpan.FromMinutes(15);

    /// <summary>For calls of the runtime itself, such as asking another silo where a grain is.</summary>
    public static TimeSpan System { get; } = TimeSpan.FromSeconds(10);

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

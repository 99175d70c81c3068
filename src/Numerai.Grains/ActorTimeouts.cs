using Orleans.Configuration;

namespace Numerai.Grains;

/// <summary>How long calls may take, and how soon a silo that is gone counts as gone.</summary>
public static class ActorTimeouts
{
    /// <summary>
    /// How long one attempt at a call waits. An attempt can be lost without a trace: a silo that passes a call on to where the grain now
    /// lives keeps no record of it, so when that second silo dies nobody breaks the call off. The caller then asks again.
    /// </summary>
    public static TimeSpan Response { get; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a caller goes on asking. Closing or settling a large round is one turn of minutes; an attempt that is made again waits
    /// behind it and then finds the work done.
    /// </summary>
    public static TimeSpan Command { get; } = TimeSpan.FromMinutes(15);

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

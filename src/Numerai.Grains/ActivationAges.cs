using Numerai.Grains.Actors;
using Orleans.Configuration;

namespace Numerai.Grains;

/// <summary>How long actors stay in memory after their last call.</summary>
public static class ActivationAges
{
    /// <summary>
    /// A scoring shard holds 3 MB while its round closes. Between two calls of one step lies what the slowest shard of the round takes;
    /// one that went too early only reads its models again.
    /// </summary>
    public static TimeSpan Shard { get; } = TimeSpan.FromMinutes(2);

    /// <summary>How often silos look for what is old.</summary>
    public static TimeSpan Look { get; } = TimeSpan.FromSeconds(30);

    internal static void Configure(GrainCollectionOptions options)
    {
        options.CollectionQuantum = Look;
        options.ClassSpecificCollectionAge[typeof(ScoringShardGrain).FullName!] = Shard;
    }
}

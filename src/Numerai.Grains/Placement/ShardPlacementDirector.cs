using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans.Runtime.Placement;

namespace Numerai.Grains.Placement;

/// <summary>
/// Consecutive shards of a round go to consecutive silos, the first to one that the round's name picks: every silo gets its share of every
/// round to within one shard, and rounds of few shards don't all begin on the same silo. Shards of a round are called all at once, so what
/// the silos report of their load is always too old to place them by. Event feeds, whose keys have no number, are spread by hash.
/// </summary>
internal sealed class ShardPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(Pick(target.GrainIdentity, context.GetCompatibleSilos(target)));

    /// <summary>The silo of a grain among those there are, in whatever order they are given.</summary>
    internal static SiloAddress Pick(GrainId grain, IEnumerable<SiloAddress> silos)
    {
        SiloAddress[] ordered = [.. silos.Order()];
        return ordered[Place(grain.Key.ToString()!, ordered.Length)];
    }

    /// <param name="key">ROUND/SHARD or ROUND/late-SHARD; one without a number at its end is placed by its hash.</param>
    /// <param name="silos">How many there are; at least one.</param>
    internal static int Place(string key, int silos)
    {
        var digits = key.Length;
        while (digits > 0 && char.IsAsciiDigit(key[digits - 1]))
        {
            digits--;
        }

        _ = uint.TryParse(key.AsSpan(digits), CultureInfo.InvariantCulture, out var shard);
        var first = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key[..digits])));
        return (int)(((ulong)first + shard) % (uint)silos);
    }
}

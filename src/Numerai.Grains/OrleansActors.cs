using System.Collections.Frozen;
using Numerai.Grains.Actors;
using Numerai.Grains.Serialization;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Grains;

/// <summary>Actors as grain references: a kind's grain type is its name, and its interface is called so, too.</summary>
public sealed class OrleansActors(IGrainFactory grains) : IActors, IOutboxes
{
    private static readonly FrozenDictionary<string, (GrainType Grain, GrainInterfaceType Interface)> _kinds = ActorKinds.All
        .ToFrozenDictionary(
            kind => kind,
            kind => (GrainType.Create(kind), GrainInterfaceType.Create(WireNames.Prefix + kind)),
            StringComparer.Ordinal);

    /// <inheritdoc/>
    public TActor Get<TActor>(string kind, string key)
        where TActor : class
    {
        var (grain, contract) = _kinds[kind];
        return (TActor)grains.GetGrain(GrainId.Create(grain, key), contract);
    }

    /// <inheritdoc/>
    public Task PublishPendingAsync(string source)
    {
        var separator = source.IndexOf('/', StringComparison.Ordinal);
        return grains.GetGrain<IOutboxGrain>(GrainId.Create(source[..separator], source[(separator + 1)..])).PublishPendingAsync();
    }
}

using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Universes;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One universe. It is read far more often than written and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Universe)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class UniverseGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Universe, GrainsHosting.ActorStorage)] IPersistentState<Persisted<UniverseState>> state,
    ActorServices services)
    : UniverseActor(context.GrainId.Key.ToString()!, new GrainActorStorage<UniverseState>(context, state), services), IUniverseGrain,
    IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

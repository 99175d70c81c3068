using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements.Escrows;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One escrow. Escrows are many and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Escrow)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class EscrowGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Escrow, GrainsHosting.ActorStorage)] IPersistentState<Persisted<EscrowState>> state,
    ActorServices services)
    : EscrowActor(context.GrainId.Key.ToString()!, new GrainActorStorage<EscrowState>(context, state), services), IEscrowGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

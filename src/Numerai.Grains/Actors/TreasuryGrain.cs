using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Treasury;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>The treasury; there is one, so its place does not matter.</summary>
[GrainType(ActorKinds.Treasury)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class TreasuryGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Treasury, GrainsHosting.ActorStorage)] IPersistentState<Persisted<TreasuryState>> state,
    ActorServices services)
    : TreasuryActor(context.GrainId.Key.ToString()!, new GrainActorStorage<TreasuryState>(context, state), services), ITreasuryGrain,
    IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

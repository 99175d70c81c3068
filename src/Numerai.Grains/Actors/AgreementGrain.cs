using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One griefing agreement. Agreements are many and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Agreement)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class AgreementGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Agreement, GrainsHosting.ActorStorage)] IPersistentState<Persisted<AgreementState>> state,
    ActorServices services)
    : AgreementActor(context.GrainId.Key.ToString()!, new GrainActorStorage<AgreementState>(context, state), services), IAgreementGrain,
    IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

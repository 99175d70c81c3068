using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One model. Models are many and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Model)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class ModelGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Model, GrainsHosting.ActorStorage)] IPersistentState<Persisted<ModelState>> state,
    ActorServices services)
    : ModelActor(context.GrainId.Key.ToString()!, new GrainActorStorage<ModelState>(context, state), services), IModelGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

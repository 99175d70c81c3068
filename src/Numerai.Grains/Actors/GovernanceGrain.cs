using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>The governance; there is one, so its place does not matter.</summary>
[GrainType(ActorKinds.Governance)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class GovernanceGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Governance, GrainsHosting.ActorStorage)] IPersistentState<Persisted<GovernanceState>> state,
    ActorServices services)
    : GovernanceActor(context.GrainId.Key.ToString()!, new GrainActorStorage<GovernanceState>(context, state), services), IGovernanceGrain,
    IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

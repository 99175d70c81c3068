using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One proposal. Proposals are few, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Proposal)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class ProposalGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Proposal, GrainsHosting.ActorStorage)] IPersistentState<Persisted<ProposalState>> state,
    ActorServices services)
    : ProposalActor(context.GrainId.Key.ToString()!, new GrainActorStorage<ProposalState>(context, state), services), IProposalGrain,
    IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One account. Accounts are many and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Participant)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class ParticipantGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Participant, GrainsHosting.ActorStorage)] IPersistentState<Persisted<ParticipantState>> state,
    ActorServices services)
    : ParticipantActor(context.GrainId.Key.ToString()!, new GrainActorStorage<ParticipantState>(context, state), services),
    IParticipantGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

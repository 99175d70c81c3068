using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements.Feeds;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One feed. Feeds are many and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.Feed)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class FeedGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Feed, GrainsHosting.ActorStorage)] IPersistentState<Persisted<FeedState>> state,
    ActorServices services)
    : FeedActor(context.GrainId.Key.ToString()!, new GrainActorStorage<FeedState>(context, state), services), IFeedGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

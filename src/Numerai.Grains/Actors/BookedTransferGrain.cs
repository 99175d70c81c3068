using Numerai.Grains.Storage;
using Numerai.Tournament.Accounts.Transfers;
using Numerai.Tournament.Actors;
using Orleans.Placement;

namespace Numerai.Grains.Actors;

/// <summary>One transfer that left its account's row. They are many and small, so chance spreads them evenly enough.</summary>
[GrainType(ActorKinds.BookedTransfer)]
[RandomPlacement]
public sealed class BookedTransferGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.BookedTransfer, GrainsHosting.ActorStorage)] IPersistentState<Persisted<BookedTransfer>> state,
    ActorServices services)
    : BookedTransferActor(context.GrainId.Key.ToString()!, new GrainActorStorage<BookedTransfer>(context, state), services),
    IBookedTransferGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();
}

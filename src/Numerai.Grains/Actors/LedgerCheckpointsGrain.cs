using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Checkpoints;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>Seals the books; there is one, so its place does not matter.</summary>
[GrainType(ActorKinds.LedgerCheckpoints)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class LedgerCheckpointsGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.LedgerCheckpoints, GrainsHosting.ActorStorage)] IPersistentState<Persisted<LedgerCheckpointsState>> state,
    ActorServices services)
    : LedgerCheckpointsActor(context.GrainId.Key.ToString()!, new GrainActorStorage<LedgerCheckpointsState>(context, state), services),
        ILedgerCheckpointsGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

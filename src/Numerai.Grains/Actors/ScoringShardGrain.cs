using Numerai.Grains.Calls;
using Numerai.Grains.Placement;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Grains.Actors;

/// <summary>
/// Up to 256 models of a round. Dealt over the silos, since a shard is the one grain that keeps processors busy; the numbers it reads come
/// from the shared store, so it is equally near to them everywhere.
/// </summary>
[GrainType(ActorKinds.ScoringShard)]
[ShardPlacement]
public sealed class ScoringShardGrain(IGrainContext context, ActorServices services)
    : ScoringShardActor(context.GrainId.Key.ToString()!, services), IScoringShardGrain, IGrainBase
{
    private long _noted;

    public IGrainContext GrainContext => context;

    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        Release();
        return Task.CompletedTask;
    }

    protected override void HeldChanged()
    {
        ActorMetrics.HeldChanged(Held - _noted);
        _noted = Held;
    }
}

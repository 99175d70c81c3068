using Numerai.Grains.Placement;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Money;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Scoring;

namespace Numerai.Grains.Actors;

/// <summary>
/// Up to 256 models of a round. Dealt over the silos, since a shard is the one grain that keeps processors busy; the numbers it reads come
/// from the shared store, so it is equally near to them everywhere. The work runs on the thread pool: a turn that computes for a second
/// would hold up the silo's other grains, its answers to membership probes included.
/// </summary>
[GrainType(ActorKinds.ScoringShard)]
[ShardPlacement]
public sealed class ScoringShardGrain(IGrainContext context, ActorServices services)
    : ScoringShard(context.GrainId.Key.ToString()!, services), IScoringShardGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    Task<ObjectReference> IScoringShard.SumAsync(ShardWork work) => Task.Run(() => SumAsync(work));

    Task<ObjectReference> IScoringShard.SumNaiveAsync(ShardWork work, Nmr minimumStake) => Task.Run(() => SumNaiveAsync(work, minimumStake));

    Task<ObjectReference> IScoringShard.SumPortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk) =>
        Task.Run(() => SumPortfolioAsync(work, day, atRisk));

    Task<ObjectReference> IScoringShard.CompareAsync(ShardWork work) => Task.Run(() => CompareAsync(work));

    Task<ObjectReference> IScoringShard.ScoreAsync(ShardWork work, ScoringDay day) => Task.Run(() => ScoreAsync(work, day));
}

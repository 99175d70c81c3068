using Numerai.Grains.Calls;
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
    private long _noted;

    public IGrainContext GrainContext => context;

    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        Release();
        NoteHeld();
        return Task.CompletedTask;
    }

    Task<ObjectReference> IScoringShard.SumAsync(ShardWork work) => RunAsync(() => SumAsync(work), last: false);

    Task<ObjectReference> IScoringShard.SumNaiveAsync(ShardWork work, Nmr minimumStake) =>
        RunAsync(() => SumNaiveAsync(work, minimumStake), last: false);

    Task<ObjectReference> IScoringShard.SumPortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk) =>
        RunAsync(() => SumPortfolioAsync(work, day, atRisk), last: false);

    Task<ObjectReference> IScoringShard.CompareAsync(ShardWork work) => RunAsync(() => CompareAsync(work), last: false);

    Task<ObjectReference> IScoringShard.ScoreAsync(ShardWork work, ScoringDay day) => RunAsync(() => ScoreAsync(work, day), last: true);

    /// <param name="work">What to do.</param>
    /// <param name="last">
    /// Whether the step ends with it. The next one is a day away, or the round is over, and meanwhile a day's other rounds are scored: what
    /// is in memory is then what silos work on, however many rounds there are.
    /// </param>
    private Task<ObjectReference> RunAsync(Func<Task<ObjectReference>> work, bool last) => Task.Run(async () =>
    {
        try
        {
            return await work();
        }
        finally
        {
            if (last)
            {
                Release();
            }

            NoteHeld();
        }
    });

    private void NoteHeld()
    {
        ActorMetrics.HeldChanged(Held - _noted);
        _noted = Held;
    }
}

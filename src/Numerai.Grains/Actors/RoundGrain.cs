using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>One round. Rounds are few and heavy while they close or settle, so each goes where there are the fewest activations.</summary>
[GrainType(ActorKinds.Round)]
[ActivationCountBasedPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class RoundGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Round, GrainsHosting.ActorStorage)] IPersistentState<Persisted<RoundState>> state,
    ActorServices services)
    : RoundActor(context.GrainId.Key.ToString()!, new GrainActorStorage<RoundState>(context, state), services),
    IRoundGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token) => ActivateAsync();

    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token)
    {
        ActorMetrics.StepGone(this);
        return Task.CompletedTask;
    }

    protected override void StepMoved(RoundStepView step) => ActorMetrics.StepMoved(this);

    protected override void StepEnded(RoundStepView step, string outcome, TimeSpan time)
    {
        ActorMetrics.StepGone(this);
        ActorMetrics.RecordStep(step.Step.ToString(), outcome, time);
    }

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Schedule;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>A tournament's calendar. A reminder ticks it, so that rounds close on time whichever silo is up.</summary>
[GrainType(ActorKinds.Schedule)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class ScheduleGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Schedule, GrainsHosting.ActorStorage)] IPersistentState<Persisted<ScheduleState>> state,
    ActorServices services)
    : ScheduleActor(context.GrainId.Key.ToString()!, new GrainActorStorage<ScheduleState>(context, state), services),
        IScheduleGrain, IRemindable, IGrainBase
{
    public IGrainContext GrainContext => context;

    public async Task OnActivateAsync(CancellationToken token)
    {
        await ActivateAsync();
        await TickReminder.RegisterAsync(this, token);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => TickAsync();

    public Task PublishPendingAsync() => ActivateAsync();

    public static bool MayInterleave(IInvokable call) => InterleavedReads.Contains(call);
}

using Numerai.Grains.Calls;
using Numerai.Grains.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Automation;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Actors;

/// <summary>A tournament's automation. A reminder ticks it, so that rounds run whichever silo is up.</summary>
[GrainType(ActorKinds.Automation)]
[RandomPlacement]
[MayInterleave(nameof(MayInterleave))]
public sealed class AutomationGrain(
    IGrainContext context,
    [PersistentState(ActorKinds.Automation, GrainsHosting.ActorStorage)] IPersistentState<Persisted<AutomationState>> state,
    ActorServices services)
    : AutomationActor(context.GrainId.Key.ToString()!, new GrainActorStorage<AutomationState>(context, state), services),
        IAutomationGrain, IRemindable, IGrainBase
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

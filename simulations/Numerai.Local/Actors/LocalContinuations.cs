using Microsoft.Extensions.Logging;
using Numerai.Local.Faults;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Actors;

/// <summary>
/// Later turns take their place in the host's order. What is to run after some time runs with the host's next tick, since time stands
/// still in between; and nobody loses patience.
/// </summary>
internal sealed class LocalContinuations(ActorRuntime runtime, ILogger logger) : IContinuations
{
    private readonly Lock _lock = new();
    private List<(ActorSlot Slot, object Actor, Func<Task> Turn)> _delayed = [];

    public string Place => "local";

    public void Continue(object actor, string source, Func<Task> turn, TimeSpan after)
    {
        var slot = CallChain.Current?.Slot ?? throw new InvalidOperationException($"{source} goes on outside of a turn.");
        if (after > TimeSpan.Zero)
        {
            lock (_lock)
            {
                _delayed.Add((slot, actor, turn));
            }

            return;
        }

        _ = QueueAsync(slot, actor, turn);
    }

    /// <summary>Lets go on what waits for time.</summary>
    public void Fire()
    {
        List<(ActorSlot Slot, object Actor, Func<Task> Turn)> due;
        lock (_lock)
        {
            (due, _delayed) = (_delayed, []);
        }

        foreach (var (slot, actor, turn) in due)
        {
            _ = QueueAsync(slot, actor, turn);
        }
    }

    public Task<T> BesideAsync<T>(Func<Task<T>> work) => work();

    public async Task<bool> WithinAsync(object actor, Task work, TimeSpan patience)
    {
        if (!work.IsCompleted)
        {
            await Task.WhenAny(work, runtime.AliveOf(actor)?.Gone ?? work);
        }

        return work.IsCompleted;
    }

    private async Task QueueAsync(ActorSlot slot, object actor, Func<Task> turn)
    {
        try
        {
            await slot.RunAsync(place => RunAsync(place, actor, turn));
        }
#pragma warning disable CA1031 // There is no caller; the row says what is left to do, and whoever touches the actor next makes it go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "{Source} was cut short in a turn of its own.", slot.Name);
        }
    }

    private async Task RunAsync(ActorSlot slot, object actor, Func<Task> turn)
    {
        if (slot.Of(actor) is null || runtime.Stopping)
        {
            return;
        }

        try
        {
            await (runtime.Faults is { } faults
                ? faults.ApplyAsync(FaultPoint.Continue, slot.Name, async () =>
                {
                    await turn();
                    return true;
                })
                : turn());
        }
        catch (InjectedFaultException)
        {
            slot.Deactivate();
            throw;
        }
    }
}

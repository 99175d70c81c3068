namespace Numerai.Grains.Actors;

/// <summary>The reminder of grains that have something to do by the clock, whichever silo is up.</summary>
internal static class TickReminder
{
    /// <summary>The name that its row has. A row that is there is left as it is, so another period needs another name.</summary>
    private const string Name = "tick";

    /// <summary>The shortest period that reminders have.</summary>
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Registers it where it is not: it outlives activations and silos, and writing it again would also begin its period anew.
    /// </summary>
    /// <exception cref="GrainUnavailableException">The reminders can't be reached. They may be another silo's, so the fault is of any
    /// kind.</exception>
    public static async Task RegisterAsync<TGrain>(TGrain grain, CancellationToken token)
        where TGrain : IGrainBase, IRemindable
    {
        try
        {
            if (await grain.GetReminder(Name, token) is null)
            {
                await grain.RegisterOrUpdateReminder(Name, _period, _period, token);
            }
        }
#pragma warning disable CA1031 // A grain without its reminder is not activated, whatever the reason; whoever calls it next tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            throw new GrainUnavailableException($"{grain.GrainContext.GrainId} could not register its reminder: {fault.Message}");
        }
    }
}

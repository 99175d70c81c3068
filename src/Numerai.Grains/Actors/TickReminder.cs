namespace Numerai.Grains.Actors;

/// <summary>The reminder of grains that have something to do by the clock, whichever silo is up.</summary>
internal static class TickReminder
{
    private const string Name = "tick";

    /// <summary>The shortest period that reminders have.</summary>
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(1);

    /// <exception cref="GrainUnavailableException">The reminders can't be reached. They may be another silo's, so the fault is of any kind.</exception>
    public static async Task RegisterAsync<TGrain>(TGrain grain, CancellationToken token)
        where TGrain : IGrainBase, IRemindable
    {
        try
        {
            await grain.RegisterOrUpdateReminder(Name, _period, _period, token);
        }
#pragma warning disable CA1031 // A grain without its reminder is not activated, whatever the reason; whoever calls it next tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            throw new GrainUnavailableException($"{grain.GrainContext.GrainId} could not register its reminder: {fault.Message}");
        }
    }
}

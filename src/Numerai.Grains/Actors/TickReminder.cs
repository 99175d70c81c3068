namespace Numerai.Grains.Actors;

/// <summary>The reminder of grains that have something to do by the clock, whichever silo is up.</summary>
internal static class TickReminder
{
    private const string Name = "tick";

    /// <summary>The shortest period that reminders have.</summary>
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(1);

    public static Task RegisterAsync<TGrain>(TGrain grain, CancellationToken token)
        where TGrain : IGrainBase, IRemindable => grain.RegisterOrUpdateReminder(Name, _period, _period, token);
}

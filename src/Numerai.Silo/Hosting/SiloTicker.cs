using Numerai.Silo.Clocks;

namespace Numerai.Silo.Hosting;

/// <summary>
/// Sees to what nobody calls for: events that wait in outboxes since their silo died, and, on a silo of one, schedules. In a cluster the schedules have
/// reminders; a first tick from any silo brings them to life. On a virtual clock all of it happens once at the start, and then whenever the clock is moved.
/// </summary>
internal sealed class SiloTicker(SiloSettings settings, TournamentTicks ticks, ILogger<SiloTicker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var first = true;
        using var timer = new PeriodicTimer(settings.TickEvery);
        do
        {
            if (first || settings.Mode == SiloMode.Local)
            {
                foreach (var tournament in TournamentTicks.Tournaments)
                {
                    await AttemptAsync($"tick tournament {tournament}", async () =>
                    {
                        foreach (var done in await ticks.TickAsync(tournament))
                        {
                            logger.LogInformation("Tournament {Tournament}: {Done}.", tournament, done);
                        }
                    });
                }
            }

            await AttemptAsync("publish what waits in outboxes", ticks.PublishAsync);
            await AttemptAsync("seal the books", ticks.SealAsync);
            first = false;
        }
        while (settings.VirtualClock is null && await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AttemptAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // A background task has nobody to throw to; the log has it, and the next tick tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "Could not {What}; the next tick tries again.", what);
        }
    }
}

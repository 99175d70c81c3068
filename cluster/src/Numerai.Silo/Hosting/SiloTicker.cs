using Numerai.Grains;
using Numerai.Silo.Platform;
using Numerai.Tournament.Identity;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Hosting;

/// <summary>
/// Sees to what nobody calls for: events that wait in outboxes since their silo died, and, on a cluster of one, schedules. On a cluster
/// the schedules have reminders; a first tick from any silo brings them to life.
/// </summary>
internal sealed class SiloTicker(SiloSettings settings, SiloPlatform platform, OrleansActors actors, ILogger<SiloTicker> logger) : EnduringService(logger)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);
    private static readonly TournamentId[] _tournaments = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var first = true;
        using var timer = new PeriodicTimer(_interval);
        do
        {
            if (first || settings.Mode == SiloMode.Local)
            {
                await AttemptAsync("tick schedules", TickAsync);
            }

            await AttemptAsync("publish what waits in outboxes", PublishAsync);
            await AttemptAsync("seal the books", () => actors.LedgerCheckpoints().CheckpointAsync(settings.CheckpointInterval));
            first = false;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TickAsync()
    {
        foreach (var tournament in _tournaments)
        {
            foreach (var done in (await actors.Automation(tournament).TickAsync()).Require())
            {
                Logger.LogInformation("Tournament {Tournament}, by itself: {Done}.", tournament, done);
            }

            foreach (var done in (await actors.Schedule(tournament).TickAsync()).Require())
            {
                Logger.LogInformation("Tournament {Tournament}: {Done}.", tournament, done);
            }
        }
    }

    private async Task PublishAsync()
    {
        foreach (var source in await platform.FindBehind())
        {
            await actors.PublishPendingAsync(source);
        }
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
            Logger.LogWarning(fault, "Could not {What}; the next tick tries again.", what);
        }
    }
}

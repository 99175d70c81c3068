using Numerai.Grains;
using Numerai.Silo.Platform;
using Numerai.Tournament.Identity;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Hosting;

/// <summary>
/// Sees to what nobody calls for: events that wait in outboxes since their silo died, and, on a cluster of one, schedules. On a cluster
/// the schedules have reminders; a first tick from any silo brings them to life. It begins when the silo listens, and each tournament is
/// ticked for itself, so that one whose feed stalls delays no other.
/// </summary>
internal sealed class SiloTicker(
    SiloSettings settings, SiloPlatform platform, OrleansActors actors, IHostApplicationLifetime lifetime, ILogger<SiloTicker> logger) : EnduringService(logger)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);
    private static readonly TournamentId[] _tournaments = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var schedulesAgain = settings.Mode == SiloMode.Local;
        await Task.WhenAll(
        [
            .. _tournaments.Select(tournament => RepeatAsync($"tick tournament {tournament}", () => TickAsync(tournament), schedulesAgain, stoppingToken)),
            RepeatAsync("publish what waits in outboxes", PublishAsync, true, stoppingToken),
            RepeatAsync("seal the books", () => actors.LedgerCheckpoints().CheckpointAsync(settings.CheckpointInterval), true, stoppingToken),
        ]);
    }

    /// <summary>Does something now and (when <paramref name="again"/>) at every interval after it is done.</summary>
    private async Task RepeatAsync(string what, Func<Task> work, bool again, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(_interval);
        do
        {
            await AttemptAsync(what, work, stopping);
        }
        while (again && await timer.WaitForNextTickAsync(stopping));
    }

    private async Task TickAsync(TournamentId tournament)
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

    private async Task PublishAsync()
    {
        foreach (var source in await platform.FindBehind())
        {
            await actors.PublishPendingAsync(source);
        }
    }

    /// <summary>A silo that stops waits for its grains, and not for calls to them.</summary>
    private async Task AttemptAsync(string what, Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work().WaitAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A background task has nobody to throw to; the log has it, and the next tick tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Logger.LogWarning(fault, "Could not {What}; the next tick tries again.", what);
        }
    }
}

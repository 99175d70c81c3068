using Numerai.Contracts;
using Numerai.Silo.Clocks;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Hosting;

/// <summary>
/// Sees to what nobody calls for: schedules, with the steps that a dead silo left behind, and events that wait in outboxes. Of a cluster's
/// silos one ticks the schedules, the first by address; they have reminders, too, which come less often. On a virtual clock all of it
/// happens once at the start, and then whenever the clock is moved. It begins when the silo listens, and each tournament is ticked for
/// itself, so that one whose feed stalls delays no other.
/// </summary>
internal sealed class SiloTicker(
    SiloSettings settings, TournamentTicks ticks, ISiloStatusOracle silos, IHostApplicationLifetime lifetime, ILogger<SiloTicker> logger)
    : EnduringService(logger)
{
    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var real = settings.VirtualClock is null;
        await Task.WhenAll(
        [
            .. Tournaments.Ids.Select(tournament => RepeatAsync(
                $"tick tournament {tournament}", () => TickAsync(tournament), real, stoppingToken)),
            RepeatAsync("publish what waits in outboxes", ticks.PublishAsync, real, stoppingToken),
            RepeatAsync("seal the books", ticks.SealAsync, real, stoppingToken),
        ]);
    }

    private async Task TickAsync(TournamentId tournament)
    {
        if (silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Min() is { } first && !first.Equals(silos.SiloAddress))
        {
            return;
        }

        foreach (var done in await ticks.TickAsync(tournament))
        {
            Logger.LogInformation("Tournament {Tournament}: {Done}.", tournament, done);
        }
    }

    /// <summary>Does something now and (when <paramref name="again"/>) at every interval after it is done.</summary>
    private async Task RepeatAsync(string what, Func<Task> work, bool again, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(settings.TickEvery);
        do
        {
            await AttemptAsync(what, work, stopping);
        }
        while (again && await timer.WaitForNextTickAsync(stopping));
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

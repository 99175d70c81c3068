using Numerai.Silo.Platform;

namespace Numerai.Silo.Events;

/// <summary>
/// Wakes this silo's subscribers (server-sent events) every second, since the events that another silo has applied make no noise here.
/// A subscriber that is woken for nothing reads one row.
/// </summary>
internal sealed class EventListener(SiloPlatform platform) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            platform.Events.Announce();
        }
    }
}

using Numerai.Grains.Rules;
using Numerai.Grains.Streams;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Events;

/// <summary>
/// Wakes this silo's subscribers (server-sent events) when the streams carry something, whichever silo it happened on, and has it forget
/// rules that may have changed. Streams may lose what a dying silo held, so now and then subscribers are woken for nothing; each then
/// reads one row.
/// </summary>
internal sealed class EventListener(
    TournamentEvents events, IGrainFactory grains, KeptUploadRules rules, ILogger<EventListener> logger)
    : EnduringService(logger), IEventWatcher
{
    private static readonly TimeSpan _interval = EventFeedGrain.Watch / 3;

    public Task EventsArrivedAsync(string kind, int count)
    {
        if (KeptUploadRules.DependOn(kind))
        {
            rules.Forget();
        }

        events.Announce();
        return Task.CompletedTask;
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var self = grains.CreateObjectReference<IEventWatcher>(this);
        using var timer = new PeriodicTimer(_interval);
        do
        {
            await Task.WhenAll(ActorKinds.Publishing.Select(kind => WatchAsync(kind, self)));
            events.Announce();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WatchAsync(string kind, IEventWatcher self)
    {
        try
        {
            await grains.GetGrain<IEventFeedGrain>(kind).WatchAsync(self).WaitAsync(_interval);
        }
#pragma warning disable CA1031 // The next round asks again; until then subscribers are woken by the clock.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Logger.LogInformation(fault, "The feed of {Kind} events cannot be watched now.", kind);
        }
    }
}

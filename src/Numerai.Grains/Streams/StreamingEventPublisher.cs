using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numerai.Tournament.Actors;
using Orleans.Streams;

namespace Numerai.Grains.Streams;

/// <summary>
/// Stores events first and then puts them on their streams, from a queue of its own: a stream that stands still, because the silo that
/// keeps its messages has died, must not hold up an actor. When the queue is full the oldest are left out; they are stored.
/// </summary>
public sealed class StreamingEventPublisher(IEventPublisher stored, IServiceProvider services, ILogger<StreamingEventPublisher> logger)
    : BackgroundService, IEventPublisher
{
    private const int Capacity = 10_000;

    private readonly Channel<StreamedEvent> _queue = Channel.CreateBounded<StreamedEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <inheritdoc/>
    public async Task PublishAsync(string source, IReadOnlyList<OutboxEntry> entries)
    {
        await stored.PublishAsync(source, entries);
        foreach (var entry in entries)
        {
            _queue.Writer.TryWrite(new StreamedEvent(source, entry.Sequence, entry.Time, entry.Event));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var provider = services.GetRequiredKeyedService<IStreamProvider>(EventStreams.Provider);
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            foreach (var kind in Waiting().GroupBy(streamed => EventStreams.KindOf(streamed.Source), StringComparer.Ordinal))
            {
                await SendAsync(provider.GetStream<StreamedEvent>(EventStreams.Of(kind.Key)), [.. kind], stoppingToken);
            }
        }
    }

    private IEnumerable<StreamedEvent> Waiting()
    {
        while (_queue.Reader.TryRead(out var streamed))
        {
            yield return streamed;
        }
    }

    private async Task SendAsync(IAsyncStream<StreamedEvent> stream, IReadOnlyList<StreamedEvent> batch, CancellationToken stopping)
    {
        try
        {
            await stream.OnNextBatchAsync(batch).WaitAsync(stopping);
        }
#pragma warning disable CA1031 // Nothing is lost: the events are stored, and listeners look there when a stream is silent.
        catch (Exception fault) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogInformation(
                fault, "{Count} events did not get onto the stream {Stream}; they are stored.", batch.Count, stream.StreamId);
        }
    }
}

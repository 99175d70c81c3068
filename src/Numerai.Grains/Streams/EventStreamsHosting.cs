using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numerai.Tournament.Actors;
using Orleans.Streams;

namespace Numerai.Grains.Streams;

/// <summary>Puts the event streams on a silo.</summary>
public static class EventStreamsHosting
{
    /// <summary>A stream each for a handful of kinds of actors: more queues would only be polled in vain.</summary>
    private const int Queues = 2;

    /// <summary>Adds the streams and an <see cref="IEventPublisher"/> that feeds them.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="stored">Stores events before they are streamed.</param>
    public static ISiloBuilder AddEventStreams(this ISiloBuilder silo, IEventPublisher stored)
    {
        silo.AddMemoryStreams(EventStreams.Provider, streams =>
        {
            // Subscriptions follow from the code of grains; there is none to store, and none to outlive a silo.
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.ConfigurePartitioning(Queues);
        });
        silo.Services.AddSingleton(services => new StreamingEventPublisher(
            stored, services, services.GetRequiredService<ILogger<StreamingEventPublisher>>()));
        silo.Services.AddSingleton<IEventPublisher>(services => services.GetRequiredService<StreamingEventPublisher>());
        silo.Services.AddSingleton<IHostedService>(services => services.GetRequiredService<StreamingEventPublisher>());
        return silo;
    }
}

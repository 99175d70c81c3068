using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Numerai.Client.Http;

namespace Numerai.Client.Events;

/// <summary>What happens in the tournament, as it happens.</summary>
public sealed class EventsClient
{
    private readonly ApiTransport _transport;

    internal EventsClient(ApiTransport transport) => _transport = transport;

    /// <summary>
    /// Events in order, until the caller cancels or the connection ends.
    /// </summary>
    /// <param name="after">Id of the last event that is known; null for events from now on, 0 for all there ever were.</param>
    public async IAsyncEnumerable<PlatformEvent> ListenAsync(
        long? after = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var request = _transport.Request(HttpMethod.Get, QueryText.Of("api/v1/events", ("after", after)));
        using var response = await _transport.Http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw Refusals.Of(await ApiAnswer.ReadAsync(response, cancellation).ConfigureAwait(false), _transport.Options.Url);
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation).ConfigureAwait(false))
        {
            using var document = JsonDocument.Parse(item.Data);
            yield return new PlatformEvent(
                long.Parse(item.EventId ?? "0", CultureInfo.InvariantCulture), item.EventType, document.RootElement.Clone());
        }
    }
}

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
    /// Events from now on, until the caller cancels or the connection ends. Nothing is replayed: who must not miss anything reads the
    /// lists after connecting.
    /// </summary>
    public async IAsyncEnumerable<PlatformEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var request = _transport.Request(HttpMethod.Get, "api/v1/events");
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
            yield return new PlatformEvent(item.EventType, document.RootElement.Clone());
        }
    }
}

using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Numerai.Contracts;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Web.Http;

namespace Numerai.Web.Events;

internal static class EventEndpoints
{
    private const string Discriminator = "event";

    public static void MapEvents(this IEndpointRouteBuilder routes) => routes.MapGet("/events", ListenAsync)
        .WithSummary("What happens, as server-sent events: from now on, or after the id in ?after= or the header Last-Event-ID.");

    private static async Task<ServerSentEventsResult<string>> ListenAsync(
        TournamentEvents events, IHostApplicationLifetime lifetime, HttpContext context)
    {
        var after = ReadAfter(context.Request) ?? await events.LastPositionAsync();
        return TypedResults.ServerSentEvents(ReadAsync(events, after, lifetime.ApplicationStopping, context.RequestAborted));
    }

    private static long? ReadAfter(HttpRequest request)
    {
        var text = request.Query.TryGetValue("after", out var query) ? query.ToString() : request.Headers["Last-Event-ID"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : throw new RefusedException(
                new Refusal(RefusalCodes.InvalidRequest, $"'{text}' is not the id of an event; ids are whole numbers."));
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        TournamentEvents events, long after, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        await using var published = events.SubscribeAsync(after, either.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(published))
        {
            var data = JsonSerializer.SerializeToElement<TournamentEvent>(published.Current.Event, ApiJson.Options);
            yield return new SseItem<string>(data.GetRawText(), data.GetProperty(Discriminator).GetString())
            {
                EventId = published.Current.Position.ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    /// <summary>A server that stops, or a listener that leaves, ends the stream as if there were no more events.</summary>
    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> published)
    {
        try
        {
            return await published.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

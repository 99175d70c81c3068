using System.Collections.Immutable;
using Numerai.Tournament.Actors;

namespace Numerai.Web.Reads;

/// <summary>
/// Reads see what their caller was answered before: they wait for the tables, for a moment, and say so when those are still behind.
/// </summary>
internal static class ReadYourWrites
{
    /// <summary>In answers that may lack what the caller was answered before.</summary>
    public const string StaleHeader = "Numerai-Stale";

    /// <summary>These endpoints read tables: their GETs wait.</summary>
    public static TBuilder ReadsTables<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Marker.Instance);

    public static void UseReadYourWrites(this IApplicationBuilder app) => app.Use(static (context, next) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<Marker>() is not null
            ? WaitAndGoOnAsync(context, next)
            : next(context));

    /// <summary>Waits for what the request carries, and marks the answer when it waited in vain.</summary>
    /// <exception cref="Http.RefusedException">What it carries is not understood.</exception>
    public static async ValueTask WaitAsync(HttpContext context)
    {
        var carried = Carried(context);
        if (carried.IsEmpty)
        {
            return;
        }

        var positions = context.RequestServices.GetRequiredService<ReadPositions>();
        var known = context.User.Identity is { IsAuthenticated: true };
        if (!await positions.ReachAsync(carried, known, context.RequestAborted))
        {
            context.Response.Headers[StaleHeader] = "true";
        }
    }

    public static bool IsStale(HttpContext context) => context.Response.Headers.ContainsKey(StaleHeader);

    /// <summary>Whether an answer is for this caller alone, and not one that many are given.</summary>
    public static bool Carries(HttpContext context) =>
        context.Request.Headers.ContainsKey(PositionList.Header)
        || (context.Request.Headers.Cookie.Count > 0 && context.Request.Cookies.ContainsKey(CommandPositions.Cookie));

    private static async Task WaitAndGoOnAsync(HttpContext context, RequestDelegate next)
    {
        await WaitAsync(context);
        await next(context);
    }

    /// <summary>
    /// What it says itself, what its browser carries for it, how far its own account is, and what its key was told here of late. Nothing,
    /// for most.
    /// </summary>
    private static ImmutableArray<EventPosition> Carried(HttpContext context)
    {
        var request = context.Request;
        ImmutableArray<EventPosition> carried = [];
        if (request.Headers.TryGetValue(PositionList.Header, out var header))
        {
            carried = PositionList.Read(header.ToString());
        }

        // A browser sends what it was given, so one that holds something else is not refused.
        if (request.Headers.Cookie.Count > 0 && PositionList.TryRead(request.Cookies[CommandPositions.Cookie], out var cookie))
        {
            carried = carried.AddRange(cookie);
        }

        return context.Features.Get<OwnPosition>() is { } own
            ? carried.AddRange(context.RequestServices.GetRequiredService<CommandPositions>().ToldTo(context)).Add(own.Position)
            : carried;
    }

    private sealed class Marker
    {
        public static Marker Instance { get; } = new();
    }
}

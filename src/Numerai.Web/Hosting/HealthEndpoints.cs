using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Hosting;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    /// <summary>Ready when an actor answers and the tables can be read.</summary>
    private static async Task<IResult> ReadyAsync(IActors actors, IReadModel readModel, ILogger<WebServerOptions> logger)
    {
        try
        {
            await actors.Treasury().GetAsync();
            await readModel.RoundsAsync(null, 1, 0);
            return Results.Text("ready");
        }
#pragma warning disable CA1031 // Whatever keeps the platform from answering, the answer here is that it is not ready.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "The server is not ready.");
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

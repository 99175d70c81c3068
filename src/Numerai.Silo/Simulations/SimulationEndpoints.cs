using System.Text;
using Numerai.Simulations;
using Numerai.Web.Authentication;

namespace Numerai.Silo.Simulations;

/// <summary>Sweeps over the cluster, for the operator: <c>/api/v1/simulations/points</c>.</summary>
internal static class SimulationEndpoints
{
    private const string Path = "/api/v1/simulations/points";

    public static void MapSimulations(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(Path).RequireOperator();
        group.MapPost(string.Empty, StartAsync).WithSummary(
            "Play a scenario (the body, as JSON) once, on the silo with the fewest points; answers how far it is.");
        group.MapGet("/{id}", GetAsync).WithSummary("How far a point is.");
        group.MapGet("/{id}/files/{name}", FileAsync).WithSummary("A file of the result of a point that is done.");
    }

    private static async Task<IResult> StartAsync(SimulationPoints points, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        try
        {
            return Results.Json(await points.StartAsync(await reader.ReadToEndAsync(context.RequestAborted)));
        }
        catch (SimulationException refusal)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, refusal.Code, refusal.Message);
        }
    }

    private static async Task<IResult> GetAsync(string id, SimulationPoints points) =>
        IsId(id) && await points.GetAsync(id) is { } status
            ? Results.Json(status)
            : NotFound($"There is no simulation point '{id}'; start it first.");

    private static async Task<IResult> FileAsync(string id, string name, SimulationPoints points) =>
        IsId(id) && Numerai.Simulations.Results.ResultFiles.Names.Contains(name) && await points.FileAsync(id, name) is { } content
            ? Results.Bytes(content, "application/octet-stream")
            : NotFound($"The simulation point '{id}' has no file '{name}', or is not done yet.");

    private static bool IsId(string id) => id.Length == 64 && id.All(char.IsAsciiHexDigitLower);

    private static IResult NotFound(string sentence) => Problem(StatusCodes.Status404NotFound, "simulation_not_found", sentence);

    private static IResult Problem(int status, string code, string sentence) => Results.Problem(
        sentence,
        statusCode: status,
        type: $"urn:numerai:problem:{code}",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = code,
        });
}

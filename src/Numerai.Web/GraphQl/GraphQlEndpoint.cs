using Numerai.Web.GraphQl.Execution;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.GraphQl.Submissions;

namespace Numerai.Web.GraphQl;

/// <summary>Where operations are sent to: /graphql, and the root, where participants' clients send them.</summary>
internal static class GraphQlEndpoint
{
    public static IServiceCollection AddGraphQl(this IServiceCollection services) =>
        services.AddSingleton<ErrorForms>().AddSingleton<GraphQlServer>().AddSingleton<OwnModels>().AddSingleton<SubmissionNodes>();

    public static void MapGraphQl(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/graphql", ExecuteAsync).WithMetadata(AnswersGraphQl.Metadata).ExcludeFromDescription();
        routes.MapPost("/", ExecuteAsync).WithMetadata(AnswersGraphQl.Metadata).ExcludeFromDescription();
        routes.MapGet("/graphql", (GraphQlServer server) => Results.Text(server.Sdl, "text/plain; charset=utf-8")).ExcludeFromDescription();
    }

    private static async Task ExecuteAsync(HttpContext context, GraphQlServer server) =>
        await server.AnswerAsync(await GraphQlRequest.ReadAsync(context.Request, context.RequestAborted), context);
}

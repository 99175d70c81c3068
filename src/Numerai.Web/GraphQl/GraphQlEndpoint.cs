using Microsoft.AspNetCore.Mvc;
using Numerai.Web.GraphQl.Execution;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.GraphQl.Submissions;
using Numerai.Web.Hosting;

namespace Numerai.Web.GraphQl;

/// <summary>Where operations are sent to: /graphql, and the root, where participants' clients send them.</summary>
internal static class GraphQlEndpoint
{
    public static IServiceCollection AddGraphQl(this IServiceCollection services, WebServerOptions options) =>
        services.AddGraphQlDeadline(options)
            .AddSingleton<ErrorForms>().AddSingleton<GraphQlServer>().AddSingleton<OwnModels>().AddSingleton<SubmissionNodes>();

    public static void MapGraphQl(this IEndpointRouteBuilder routes)
    {
        MapOperations(routes, "/graphql");
        MapOperations(routes, "/");
        routes.MapGet("/graphql", (GraphQlServer server) => Results.Text(server.Sdl, "text/plain; charset=utf-8")).ExcludeFromDescription();
    }

    private static void MapOperations(IEndpointRouteBuilder routes, string path) => routes.MapPost(path, ExecuteAsync)
        .WithMetadata(AnswersGraphQl.Metadata, new RequestSizeLimitAttribute(GraphQlRequest.LargestBody))
        .WithRequestTimeout(GraphQlDeadline.Policy)
        .ExcludeFromDescription();

    private static async Task ExecuteAsync(HttpContext context, GraphQlServer server) =>
        await server.AnswerAsync(await GraphQlRequest.ReadAsync(context.Request, context.RequestAborted), context);
}

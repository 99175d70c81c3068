using Microsoft.AspNetCore.Http.Timeouts;
using Numerai.Contracts;
using Numerai.Web.Hosting;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>
/// The time that a GraphQL request has: reading, validating and executing it end with the deadline, or earlier with its connection.
/// </summary>
internal static class GraphQlDeadline
{
    public const string Policy = "graphql";

    public static IServiceCollection AddGraphQlDeadline(this IServiceCollection services, WebServerOptions options) =>
        services.AddRequestTimeouts(timeouts => timeouts.AddPolicy(Policy, new RequestTimeoutPolicy
        {
            Timeout = options.GraphQlDeadline,
            WriteTimeoutResponse = context =>
            {
                // The request is over, its answer is not; and what is left of the body is not read.
                context.RequestAborted = CancellationToken.None;
                context.Response.Headers.Connection = "close";
                return Problem.Of(Passed(options)).WriteAsync(context);
            },
        }));

    private static Refusal Passed(WebServerOptions options) => new(
        ApiCodes.RequestTimeout,
        $"The request was given up after {options.GraphQlDeadline.TotalSeconds:0} s, the most that one may take; ask for less at once. "
        + "A mutation may have been carried out.");
}

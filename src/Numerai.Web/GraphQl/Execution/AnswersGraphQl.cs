using Microsoft.AspNetCore.Diagnostics;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>Endpoint metadata: refusals leave as GraphQL errors, also those that are made before the endpoint is reached.</summary>
internal sealed class AnswersGraphQl
{
    public static AnswersGraphQl Metadata { get; } = new();

    /// <summary>Also after a fault, when the endpoint has been taken off the request.</summary>
    public static bool At(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)
            ?.Metadata.GetMetadata<AnswersGraphQl>() is not null;
}

using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>One method at one route of the server.</summary>
/// <param name="Body">The record that its JSON body is read into; null for none.</param>
internal sealed record Route(string Method, RoutePattern Pattern, Type? Body)
{
    public string Name => $"{Method} {Pattern.RawText}";

    /// <summary>
    /// The whole route table but what never ends: the stream of events, whose answer begins with the first event (RequestTests tries its
    /// values), and the dashboard's log.
    /// </summary>
    public static IReadOnlyList<Route> Of(TestServer server) =>
    [
        .. server.Server.Endpoints.OfType<RouteEndpoint>().Where(endpoint => !IsStream(endpoint.RoutePattern)).SelectMany(
            endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"],
            (endpoint, method) => new Route(method, endpoint.RoutePattern, BodyOf(endpoint))),
    ];

    /// <summary>The address with plain values, or with one for every value of text.</summary>
    public string Address(string? text = null, string? number = null) => "/" + string.Join('/', Pattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part is RoutePatternParameterPart parameter ? Value(parameter, text, number)
            : part is RoutePatternLiteralPart literal ? literal.Content : ((RoutePatternSeparatorPart)part).Content))));

    private static bool IsStream(RoutePattern pattern) =>
        pattern.PathSegments is [.., { Parts: [RoutePatternLiteralPart { Content: "events" or "Trace" }] }];

    private static string Value(RoutePatternParameterPart parameter, string? text, string? number)
    {
        var policies = parameter.ParameterPolicies.Select(policy => policy.Content ?? string.Empty).ToList();
        return policies.Exists(policy => policy.StartsWith("int", StringComparison.Ordinal)) ? number
            ?? (parameter.Name == "tournament" ? "8" : "1")
            : policies.Contains("guid") ? "0f8fad5b-d9cb-869f-a165-70867728950e"
            : text ?? (parameter.Name == "date" ? "2026-01-06" : "operator");
    }

    private static Type? BodyOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
            && accepts.ContentTypes.Contains("application/json")
            ? type
            : null;
}

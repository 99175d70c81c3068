using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Route = Numerai.Web.Tests.Hostile.Route;

namespace Numerai.Web.Tests.Reads;

/// <summary>Passes requests on and notes, by the route that took each, which successful answers told a position.</summary>
internal sealed class RecordedAnswers(IReadOnlyList<Route> routes, Dictionary<string, bool> told)
    : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && Find(request) is { } route)
        {
            told[route.Name] = told.GetValueOrDefault(route.Name, true) && response.Position() is not null;
        }

        return response;
    }

    private Route? Find(HttpRequestMessage request) => routes
        .Where(route => route.Method == request.Method.Method && Takes(route.Pattern, request.RequestUri!.AbsolutePath))
        .MinBy(route => route.Pattern.Parameters.Count);

    private static bool Takes(RoutePattern pattern, string path) =>
        new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, []);
}

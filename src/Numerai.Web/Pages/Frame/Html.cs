using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Numerai.Tournament.Actors;
using Numerai.Web.Http;

namespace Numerai.Web.Pages.Frame;

/// <summary>Answers in HTML. A page is a component with one parameter, what it shows.</summary>
internal static class Html
{
    private const string View = "View";

    /// <summary>The page, or in its place what was refused.</summary>
    public static IResult Of<TPage, TView>(Outcome<TView> outcome)
        where TPage : IComponent => outcome.Accepted ? Of<TPage, TView>(outcome.Value) : Of(Problem.Of(outcome.Refusal));

    public static IResult Of<TPage, TView>(TView view)
        where TPage : IComponent =>
            new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [View] = view });

    public static IResult Of(Problem problem) =>
        new RazorComponentResult<RefusedPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(RefusedPage.Title)] = problem.Title,
            [nameof(RefusedPage.Detail)] = problem.Detail,
            [nameof(RefusedPage.Code)] = problem.Code,
            [nameof(RefusedPage.TraceId)] = problem.TraceId,
        })
        {
            StatusCode = problem.Status,
        };

    /// <summary>Whether a person is reading: a browser asks for HTML first, programs for anything or for JSON.</summary>
    public static bool IsWanted(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
}

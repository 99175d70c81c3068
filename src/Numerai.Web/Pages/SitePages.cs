using Microsoft.AspNetCore.Http.HttpResults;
using Numerai.Web.Pages.Accounts;
using Numerai.Web.Pages.Books;
using Numerai.Web.Pages.Data;
using Numerai.Web.Pages.Governance;
using Numerai.Web.Pages.Home;
using Numerai.Web.Pages.Models;
using Numerai.Web.Pages.Rounds;
using Numerai.Web.Pages.Tables;
using Numerai.Web.Reads;

namespace Numerai.Web.Pages;

/// <summary>
/// The pages at the root: what everybody may see, made on the server, without scripts. They read what the REST interface reads and show no
/// wallet and nothing that needs a key.
/// </summary>
internal static class SitePages
{
    private const string Policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    /// <summary>How long a page is kept, whatever it cost to make; nobody waits at a round's end because many look.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddSitePages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.AddOutputCache();
    }

    public static void MapSitePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/site.css", Style).ExcludeFromDescription();
        var pages = routes.MapGroup(string.Empty).ExcludeFromDescription().ReadsTables();
        pages.Keep(_kept);
        pages.AddEndpointFilter(async (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "same-origin");
            return await next(context);
        });
        pages.MapHomePage();
        pages.MapTournamentPages();
        pages.MapRoundPage();
        pages.MapModelPage();
        pages.MapAccountPage();
        pages.MapBooksPage();
        pages.MapGovernancePages();
        pages.MapDataPage();
    }

    /// <summary>
    /// One answer serves everybody for a while, but for those who carry a position: they are neither given a kept page nor is theirs kept.
    /// </summary>
    public static void Keep(this IEndpointConventionBuilder pages, TimeSpan time) =>
        pages.CacheOutput(cache => cache.With(static context => !ReadYourWrites.Carries(context.HttpContext)).Expire(time));

    private static FileStreamHttpResult Style(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Stream(typeof(SitePages).Assembly.GetManifestResourceStream("site.css")!, "text/css; charset=utf-8");
    }
}

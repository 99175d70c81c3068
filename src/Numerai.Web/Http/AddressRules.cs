using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>What no address holds: the values in it reach stores and actors by many ways, so they are looked at once, before any.</summary>
internal static class AddressRules
{
    public static IApplicationBuilder UseAddressRules(this IApplicationBuilder app) => app.Use((context, next) =>
        (CheckHost(context.Request) ?? Check(context.Request)) is { } refusal ? throw new RefusedException(refusal) : next(context));

    /// <summary>Pages and signed addresses are made from it. Those who only ask whether the server lives need none.</summary>
    private static Refusal? CheckHost(HttpRequest request)
    {
        var given = request.Host;
        if ((given.HasValue && Uri.TryCreate($"{request.Scheme}://{given}/", UriKind.Absolute, out _))
            || request.Path.StartsWithSegments("/health"))
        {
            return null;
        }

        // The refusal itself may be a page.
        request.Host = new HostString("localhost");
        return new Refusal(
            RefusalCodes.InvalidRequest,
            $"The header Host is {(given.HasValue ? $"'{given}', which names no host" : "empty")}; it is the host that the request is "
                + "sent to, and its port.");
    }

    private static Refusal? Check(HttpRequest request)
    {
        if (PlainText.Fault(request.Path.Value) is { } wrong)
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"The path of the address is not taken: {wrong}.");
        }

        foreach (var (name, values) in request.Query)
        {
            if (PlainText.Fault(name) is not null || values.Any(value => PlainText.Fault(value) is not null))
            {
                return new Refusal(
                    RefusalCodes.InvalidRequest,
                    "The query of the address is not taken: a name or value in it holds the character NUL or half of a surrogate pair.");
            }
        }

        return null;
    }
}

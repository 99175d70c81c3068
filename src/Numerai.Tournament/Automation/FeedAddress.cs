using Numerai.Contracts;

namespace Numerai.Tournament.Automation;

/// <summary>Where a feed is. An address holds no secret: it is stored, shown and logged.</summary>
public static class FeedAddress
{
    private const int Longest = 1000;

    /// <summary>A web address, and no folder.</summary>
    public static bool IsWeb(string location) =>
        Uri.TryCreate(location, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    /// <summary>Null when a feed can be there. What was given is not repeated, since it may hold a password.</summary>
    public static Refusal? Check(string? location)
    {
        if (location is null || location.Length > Longest || (!IsWeb(location) && !Path.IsPathFullyQualified(location)))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The feed is an absolute path of a folder on the server, or an http or https address, of at most {Longest} characters.");
        }

        return IsWeb(location) && HoldsSecret(location)
            ? new Refusal(
                RefusalCodes.FeedAddressSecret,
                "The feed's address has a name, password, query ('?') or fragment ('#'). Give the address alone, since it is stored and "
                    + "shown; what opens the "
                + "feed belongs into the file that the server is started with (--feed-credentials, Silo:FeedCredentials), which only its "
                    + "owner can read.")
            : null;
    }

    /// <summary>The address without what may be a secret; for what was stored before addresses were checked.</summary>
    public static string Redact(string location) =>
        IsWeb(location) && HoldsSecret(location)
            ? new Uri(location).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : location;

    private static bool HoldsSecret(string location) =>
        new Uri(location).UserInfo.Length > 0 || location.AsSpan().ContainsAny('?', '#', '@');
}

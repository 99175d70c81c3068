using Numerai.Storage.Feeds;

namespace Numerai.Web.Hosting;

/// <summary>How a server is started.</summary>
public sealed record WebServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Everything the server keeps is in here; made when absent.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where to listen, such as http://0.0.0.0:8080; port 0 takes a free one.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>
    /// The address participants use, when it is another than the one listened on (a proxy); upload addresses start with it.
    /// </summary>
    public string? PublicUrl { get; init; }

    /// <summary>Whether anybody may make an account.</summary>
    public bool OpenRegistration { get; init; } = true;

    /// <summary>Whether webhooks may lead to this machine and to private networks.</summary>
    public bool AllowPrivateWebhooks { get; init; }

    /// <summary>How automation reads feeds on the web.</summary>
    public FeedOptions Feeds { get; init; } = new();

    /// <summary>Null for none.</summary>
    public RateLimits? RateLimits { get; init; } = Hosting.RateLimits.Default;

    /// <summary>The path of the dashboard of grains, which asks for the operator's key; null where there is none.</summary>
    public string? Dashboard { get; init; }

    /// <summary>How long one GraphQL request may take, from its first byte to its answer.</summary>
    public TimeSpan GraphQlDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sentences that say what is wrong; none when the server can start.</summary>
    public IReadOnlyList<string> Check()
    {
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(DataFolder))
        {
            wrong.Add("The data folder is empty; name the folder that the server keeps its database and files in.");
        }
        else if (File.Exists(DataFolder))
        {
            wrong.Add($"The data folder '{DataFolder}' is a file; name a folder.");
        }

        CheckUrl(Url, "address to listen on", wrong);
        if (PublicUrl is not null)
        {
            CheckUrl(PublicUrl, "public address", wrong);
        }

        if (Feeds.CredentialsFile is { } credentials && FeedCredentials.Check(credentials) is { } unusable)
        {
            wrong.Add(unusable);
        }

        if (RateLimits is { } limits
            && (limits.KeyPerSecond < 1 || limits.KeyBurst < 1 || limits.AddressPerSecond < 1 || limits.AddressBurst < 1))
        {
            wrong.Add("Every rate limit is at least 1; leave the limits out to have none.");
        }

        if (GraphQlDeadline < TimeSpan.FromSeconds(1) || GraphQlDeadline > TimeSpan.FromHours(1))
        {
            wrong.Add($"A GraphQL request may take {GraphQlDeadline}; that lies between a second and an hour.");
        }

        return wrong;
    }

    private static void CheckUrl(string text, string what, List<string> wrong)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
        {
            wrong.Add($"The {what} is '{text}'; it is like {DefaultUrl}, without a path.");
        }
    }
}

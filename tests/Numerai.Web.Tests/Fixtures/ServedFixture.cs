using Numerai.Tests.Fixtures;
using Numerai.Web.Hosting;

namespace Numerai.Web.Tests.Fixtures;

/// <summary>The single machine's server on a data folder. Whatever takes its place is started here.</summary>
internal sealed class ServedFixture : IOpenedFixture
{
    private readonly WebServer _server;

    private ServedFixture(WebServer server) => _server = server;

    public Uri Url => _server.Url;

    public PlatformServices Platform => _server.Platform;

    public static async Task<ServedFixture> StartAsync(string folder, DateTimeOffset clock, bool privateWebhooks = false) => new(
        await WebServer.StartAsync(new WebServerOptions
        {
            DataFolder = folder,
            Url = "http://127.0.0.1:0",
            VirtualClock = clock,
            AllowPrivateWebhooks = privateWebhooks,
            RateLimits = null,
        }));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

using Numerai.Behaviour.Fixtures;
using Numerai.Silo.Hosting;
using Numerai.Storage;
using Numerai.Tournament.Actors;

namespace Numerai.Web.Tests.Fixtures;

/// <summary>The server, a silo of one, on a data folder. Whatever takes its place is started here.</summary>
internal sealed class ServedFixture : IOpenedFixture
{
    private readonly SiloHost _server;

    private ServedFixture(SiloHost server) => _server = server;

    public Uri Url => _server.Url;

    public IActors Actors => _server.Actors;

    public TournamentStores Stores => _server.Stores;

    public static async Task<ServedFixture> StartAsync(string folder, DateTimeOffset clock, bool privateWebhooks = false) => new(
        await SiloHost.StartAsync(new SiloSettings
        {
            DataFolder = folder,
            Url = "http://127.0.0.1:0",
            VirtualClock = clock,
            AllowPrivateWebhooks = privateWebhooks,
            RateLimits = false,
        }));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

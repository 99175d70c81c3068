using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Behaviour.Fixtures;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Grains.Tests.Fixtures;

/// <summary>The web API over silos on a virtual clock, with the secret of the data folder they were given.</summary>
internal sealed class SiloFixture : IOpenedFixture
{
    private readonly ClusterTournamentHost _host;
    private readonly WebApplication _app;

    private SiloFixture(ClusterTournamentHost host, WebApplication app)
    {
        _host = host;
        _app = app;
    }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IActors Actors => _host.Actors;

    public TournamentStores Stores => _host.Stores;

    /// <param name="fixture">Whose clock the silos go on from.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="postgres">The database its dump was restored to; null for the folder's own.</param>
    /// <param name="silos">Silos of the cluster.</param>
    public static async Task<SiloFixture> StartAsync(Fixture fixture, string folder, string? postgres, int silos)
    {
        var data = postgres is null ? new DirectoryInfo(folder) : null;
        var host = await ClusterTournamentHost.StartAsync(silos, postgres, data: data, start: fixture.Contents.Clock);
        await host.TickAsync();
        var options = new WebServerOptions { DataFolder = folder, Url = "http://127.0.0.1:0", RateLimits = null };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url);
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddSingleton(host.Actors).AddSingleton((IOutboxes)host.Actors).AddSingleton<IServerClock>(new HostClock(host));
        builder.Services.AddWebApi(options, ServerSecrets.LoadOrCreate(folder), host.Stores, new TournamentTime(host.Time));
        var app = builder.Build();
        app.MapWebApi(options);
        await app.StartAsync();
        return new SiloFixture(host, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _host.DisposeAsync();
    }

    private sealed class HostClock(ClusterTournamentHost host) : IServerClock
    {
        public async Task<Outcome<IReadOnlyList<string>>> AdvanceAsync(DateTimeOffset to)
        {
            await host.AdvanceToAsync(to);
            return new List<string>();
        }
    }
}

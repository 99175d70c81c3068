using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Numerai.Grains;
using Numerai.Silo.Clocks;
using Numerai.Silo.Events;
using Numerai.Silo.Platform;
using Numerai.Silo.Simulations;
using Numerai.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;
using Orleans.Dashboard;

namespace Numerai.Silo.Hosting;

/// <summary>The server: a silo with the web API, pages and dashboard in front of it.</summary>
public sealed class SiloHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TournamentStores _stores;

    private SiloHost(WebApplication app, TournamentStores stores, OperatorKey operatorKey)
    {
        _app = app;
        _stores = stores;
        OperatorKey = operatorKey;
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens; with the port that was taken when port 0 was asked for.</summary>
    public Uri Url { get; }

    public OperatorKey OperatorKey { get; }

    public IActors Actors => _app.Services.GetRequiredService<IActors>();

    /// <summary>Opens the stores, joins the cluster or is one, makes the operator's key, and serves.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; see <see cref="SiloSettingsCheck"/>.</exception>
    /// <exception cref="Numerai.Storage.Files.DataFolderInUseException">Another server has the data folder.</exception>
    /// <exception cref="DatabaseRefusedException">The database can't be used.</exception>
    public static async Task<SiloHost> StartAsync(SiloSettings settings, CancellationToken cancellation = default)
    {
        if (SiloSettingsCheck.Check(settings) is { Count: > 0 } wrong)
        {
            throw new ArgumentException(string.Join(' ', wrong), nameof(settings));
        }

        var stores = await PlatformFactory.OpenAsync(settings);
        try
        {
            var secrets = PlatformFactory.Secrets(settings);
            var app = Build(settings, secrets, stores);
            await app.StartAsync(cancellation);
            var key = await OtherHosts.EnsureOperatorKeyAsync(
                PlatformFactory.WebOptions(settings), app.Services.GetRequiredService<IActors>(), secrets, app.Logger);
            var host = new SiloHost(app, stores, key);
            await SiloStatusFile.WriteAsync(settings, host.Url, cancellation);
            return host;
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts, says where, and serves until the process is asked to stop or the caller cancels; then drains.</summary>
    public static async Task RunAsync(SiloSettings settings, TextWriter output, CancellationToken cancellation = default)
    {
        await using var server = await StartAsync(settings, cancellation);
        await output.WriteLineAsync($"Listening on {server.Url.ToString().TrimEnd('/')} (pages at /, documentation at /docs, dashboard at /dashboard).");
        await output.WriteLineAsync($"Operator's key: {server.OperatorKey.Path}");
        await output.FlushAsync(CancellationToken.None);
        await server.WaitAsync(cancellation);
        await output.WriteLineAsync("Stopped.");
    }

    /// <summary>Until the process is asked to stop. Then requests and turns under way finish, grains leave, and the silo says goodbye.</summary>
    public Task WaitAsync(CancellationToken cancellation = default) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _stores.DisposeAsync();
    }

    private static WebApplication Build(SiloSettings settings, ServerSecrets secrets, TournamentStores stores)
    {
        var options = PlatformFactory.WebOptions(settings);
        var kept = settings.VirtualClock is { } start ? KeptClock.Open(settings.DataFolder, start) : null;
        var builder = MakeBuilder(settings);
        builder.Host.UseOrleans(silo => SiloSetup.Configure(silo, settings, stores, kept?.Clock));
        builder.Services.AddExceptionHandler<UnavailableHandler>();
        builder.Services.AddWebApi(options, secrets, stores, new TournamentTime(kept?.Clock ?? TimeProvider.System));
        builder.Services.AddSingleton<TournamentTicks>().AddHostedService<SiloTicker>().AddHostedService<EventListener>();
        builder.Services.AddSingleton<IServerClock>(services => new ServerClock(
            kept, services.GetRequiredService<TournamentTicks>(), services.GetRequiredService<IUploadStore>()));
        Telemetry.Add(builder, settings);
        var app = builder.Build();
        app.MapWebApi(options);
        app.MapSimulations();
        if (settings.Dashboard)
        {
            app.MapOrleansDashboard("/dashboard").RequireOperator();
        }

        return app;
    }

    private static WebApplicationBuilder MakeBuilder(SiloSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "numerai", ContentRootPath = Path.GetFullPath(settings.DataFolder) });
        builder.WebHost.UseKestrelCore().UseUrls(settings.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.DrainTimeout);
        ServerLogging.Configure(builder.Logging, settings);
        builder.Services.AddSingleton(settings);
        return builder;
    }
}

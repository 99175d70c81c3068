using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Numerai.Grains.Calls;
using Numerai.Silo.Clocks;
using Numerai.Silo.Events;
using Numerai.Silo.Platform;
using Numerai.Silo.Simulations;
using Numerai.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Orleans.Dashboard;

namespace Numerai.Silo.Hosting;

/// <summary>The server: a silo with the web API, pages and dashboard in front of it.</summary>
public sealed class SiloHost : IAsyncDisposable
{
    private static readonly TimeSpan _betweenAttempts = TimeSpan.FromMilliseconds(250);

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

    /// <summary>The route table, for tests that try every route.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints;

    internal IServiceProvider Services => _app.Services;

    internal TournamentStores Stores => _stores;

    internal TournamentTime Time => Services.GetRequiredService<TournamentTime>();

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

        var clock = PlatformFactory.OpenClock(settings);
        var stores = await PlatformFactory.OpenAsync(settings);
        WebApplication? app = null;
        try
        {
            var secrets = PlatformFactory.Secrets(settings);
            app = Build(settings, secrets, stores, clock);
            await app.StartAsync(cancellation);
            var host = new SiloHost(app, stores, await EnsureKeyAsync(app, settings, secrets, cancellation));
            await SiloStatusFile.WriteAsync(settings, host.Url, cancellation);
            return host;
        }
        catch
        {
            await (app?.DisposeAsync() ?? default);
            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts, says where, and serves until the process is asked to stop or the caller cancels; then drains.</summary>
    public static async Task RunAsync(SiloSettings settings, TextWriter output, CancellationToken cancellation = default)
    {
        await using var server = await StartAsync(settings, cancellation);
        var url = server.Url.ToString().TrimEnd('/');
        var dashboard = settings.Dashboard ? $", dashboard at {DashboardRefusals.Path}" : string.Empty;
        await output.WriteLineAsync($"Listening on {url} (pages at /, documentation at /docs{dashboard}).");
        await output.WriteLineAsync(server.OperatorKey.Describe());
        await output.FlushAsync(CancellationToken.None);
        await server.WaitAsync(cancellation);
        await output.WriteLineAsync("Stopped.");
    }

    /// <summary>Until the process is asked to stop. Then requests and turns under way finish, and the silo says goodbye.</summary>
    public Task WaitAsync(CancellationToken cancellation = default) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _stores.DisposeAsync();
    }

    /// <summary>
    /// While silos join, the operator's account may be on its way from one to another, or the database may be busy: asked again, it
    /// answers.
    /// </summary>
    private static async Task<OperatorKey> EnsureKeyAsync(
        WebApplication app, SiloSettings settings, ServerSecrets secrets, CancellationToken cancellation)
    {
        var options = PlatformFactory.WebOptions(settings);
        var recovery = settings.Mode == SiloMode.Local
            ? OperatorKey.RecoverInFolder(options.DataFolder)
            : OperatorKey.RecoverInCluster(Path.Combine(options.DataFolder, OperatorKey.FileName));
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await OperatorKey.EnsureAsync(options, app.Services.GetRequiredService<IActors>(), secrets, recovery);
            }
            catch (Exception fault) when (TransientFaults.MayPass(fault) && !cancellation.IsCancellationRequested
                && TimeProvider.System.GetElapsedTime(started) < settings.DatabasePatience)
            {
                app.Logger.LogInformation(fault, "The operator's account can't be asked now; asking again.");
                await Task.Delay(_betweenAttempts, TimeProvider.System, cancellation);
            }
        }
    }

    private static WebApplication Build(SiloSettings settings, ServerSecrets secrets, TournamentStores stores, KeptClock? kept)
    {
        var options = PlatformFactory.WebOptions(settings);
        var builder = MakeBuilder(settings);
        builder.Host.UseOrleans(silo => SiloSetup.Configure(silo, settings, secrets, stores, kept?.Clock));
        builder.Services.AddSingleton(new PassingFaults(TransientFaults.MayPass));
        builder.Services.AddWebApi(options, secrets, stores, new TournamentTime(kept?.Clock ?? TimeProvider.System));
        builder.Services.AddSingleton(stores).AddSingleton<TournamentTicks>();
        builder.Services.AddHostedService<SiloTicker>().AddHostedService<EventListener>();
        builder.Services.AddSingleton<IServerClock>(services => new ServerClock(
            kept, services.GetRequiredService<TournamentTicks>(), services.GetRequiredService<IUploadStore>()));
        Telemetry.Add(builder, settings);
        var app = builder.Build();
        app.MapWebApi(options);
        app.MapSimulations();
        app.MapShards();
        if (settings.Dashboard)
        {
            app.UseDashboardRefusals();
            app.MapOrleansDashboard(DashboardRefusals.Path).RequireOperator();
        }

        return app;
    }

    private static WebApplicationBuilder MakeBuilder(SiloSettings settings)
    {
        var options = new WebApplicationOptions { ApplicationName = "numerai", ContentRootPath = Path.GetFullPath(settings.DataFolder) };
        var builder = WebApplication.CreateEmptyBuilder(options);
        builder.WebHost.UseKestrelCore().UseUrls(settings.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.DrainTimeout);
        ServerLogging.Configure(builder.Logging, settings);
        builder.Services.AddSingleton(settings);
        return builder;
    }
}

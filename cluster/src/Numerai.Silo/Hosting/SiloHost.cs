using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Numerai.Grains;
using Numerai.Grains.Calls;
using Numerai.Silo.Events;
using Numerai.Silo.Platform;
using Numerai.Silo.Simulations;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Orleans.Dashboard;

namespace Numerai.Silo.Hosting;

/// <summary>One silo with the web API in front of it.</summary>
public sealed class SiloHost : IAsyncDisposable
{
    private static readonly TimeSpan _betweenAttempts = TimeSpan.FromMilliseconds(250);

    private readonly WebApplication _app;
    private readonly SiloPlatform _platform;
    private readonly SiloSettings _settings;

    private SiloHost(WebApplication app, SiloPlatform platform, SiloSettings settings)
    {
        _app = app;
        _platform = platform;
        _settings = settings;
    }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    internal IServiceProvider Services => _app.Services;

    public IActors Actors => _app.Services.GetRequiredService<OrleansActors>();

    /// <summary>Null until the silo is started.</summary>
    public OperatorKey? OperatorKey { get; private set; }

    /// <summary>Opens the stores and puts the silo together; nothing listens yet.</summary>
    public static async Task<SiloHost> BuildAsync(WebApplicationBuilder builder, SiloSettings settings)
    {
        var platform = await PlatformFactory.OpenAsync(settings);
        try
        {
            return Build(builder, settings, platform);
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Joins the cluster, makes the operator's key, and begins to serve.</summary>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await _app.StartAsync(cancellation);
        var options = PlatformFactory.WebOptions(_settings);
        var recovery = _settings.Mode == SiloMode.Local
            ? OperatorKey.RecoverInFolder(options.DataFolder)
            : OperatorKey.RecoverInCluster(Path.Combine(options.DataFolder, OperatorKey.FileName));
        OperatorKey = await EnsureKeyAsync(
            () => OtherHosts.EnsureOperatorKeyAsync(options, Actors, PlatformFactory.Secrets(_settings), recovery), cancellation);
        await SiloStatusFile.WriteAsync(_settings, Url, cancellation);
    }

    /// <summary>
    /// While silos join, the operator's account may be on its way from one to another, or the database may be busy: asked again, it answers.
    /// </summary>
    private async Task<OperatorKey> EnsureKeyAsync(Func<Task<OperatorKey>> ensure, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await ensure();
            }
            catch (Exception fault) when (TransientFaults.MayPass(fault) && !cancellation.IsCancellationRequested
                && TimeProvider.System.GetElapsedTime(started) < _settings.DatabasePatience)
            {
                _app.Logger.LogInformation(fault, "The operator's account can't be asked now; asking again.");
                await Task.Delay(_betweenAttempts, TimeProvider.System, cancellation);
            }
        }
    }

    /// <summary>Until the process is asked to stop. Then requests and turns under way finish, grains leave, and the silo says goodbye.</summary>
    public Task WaitAsync(CancellationToken cancellation = default) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _platform.DisposeAsync();
    }

    private static SiloHost Build(WebApplicationBuilder builder, SiloSettings settings, SiloPlatform platform)
    {
        var options = PlatformFactory.WebOptions(settings);
        var secrets = PlatformFactory.Secrets(settings);
        var actors = new LateActors();
        var clock = new RealClock(TimeProvider.System);
        var player = new SimulationPointPlayer(settings.SimulationsAtOnce);
        builder.Host.UseOrleans(silo => SiloSetup.Configure(silo.AddSimulationPoints(player), settings, secrets, platform));
        builder.Services.AddSingleton(new PassingFaults(TransientFaults.MayPass));
        builder.Services.AddWebApi(options, secrets, new PlatformServices(
            actors,
            platform.ReadModel,
            platform.Submissions,
            platform.Uploads,
            platform.Datasets,
            platform.Objects,
            platform.Webhooks,
            platform.Results,
            platform.Events,
            platform.Publisher,
            clock,
            TimeProvider.System));
        builder.Services.AddUploadSweep();
        builder.Services.AddSingleton(settings).AddSingleton(platform).AddHostedService<SiloTicker>().AddHostedService<EventListener>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.DrainTimeout);
        builder.WebHost.UseUrls(settings.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Telemetry.Add(builder, settings);
        var app = builder.Build();
        actors.Actors = app.Services.GetRequiredService<OrleansActors>();
        app.MapWebApi(options);
        app.MapSimulations();
        app.MapShards();
        if (settings.Dashboard)
        {
            app.MapOrleansDashboard("/dashboard").RequireOperator();
        }

        return new SiloHost(app, platform, settings);
    }
}

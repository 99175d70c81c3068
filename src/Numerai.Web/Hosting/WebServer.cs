using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>A running tournament server: the embedded platform with its HTTP interface.</summary>
public sealed class WebServer : IAsyncDisposable
{
    /// <summary>Requests that are under way when the server is asked to stop may take this long to finish.</summary>
    private static readonly TimeSpan _drain = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly EmbeddedPlatform _platform;

    private WebServer(WebApplication app, EmbeddedPlatform platform, OperatorKey operatorKey)
    {
        _app = app;
        _platform = platform;
        OperatorKey = operatorKey;
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens; with the port that was taken when port 0 was asked for.</summary>
    public Uri Url { get; }

    public OperatorKey OperatorKey { get; }

    /// <summary>What is served, for a program that has the server inside.</summary>
    public PlatformServices Platform => _platform.Services;

    /// <summary>The route table, for tests that try every route.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <exception cref="ArgumentException">The options are wrong; see <see cref="WebServerOptions.Check"/>.</exception>
    public static async Task<WebServer> StartAsync(WebServerOptions options, CancellationToken cancellation = default)
    {
        if (options.Check() is { Count: > 0 } wrong)
        {
            throw new ArgumentException(string.Join(' ', wrong), nameof(options));
        }

        Directory.CreateDirectory(options.DataFolder);
        var secrets = ServerSecrets.LoadOrCreate(options.DataFolder);
        var loggers = ServerLogging.Create(options);
        var platform = await EmbeddedPlatform.OpenAsync(options, loggers);
        try
        {
            var builder = MakeBuilder(options, loggers);
            builder.Services.AddWebApi(options, secrets, platform.Services);
            builder.Services.AddHostedService<UploadSweep>();
            var app = builder.Build();
            app.MapWebApi(options);
            var key = await OperatorKey.EnsureAsync(options, platform.Services.Actors, new ApiKeys(secrets));
            app.Lifetime.ApplicationStopping.Register(platform.StopFetching);
            await app.StartAsync(cancellation);
            platform.BeginTicking();
            return new WebServer(app, platform, key);
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts, says where, and serves until the process is asked to stop or the caller cancels; then drains.</summary>
    public static async Task RunAsync(WebServerOptions options, TextWriter output, CancellationToken cancellation = default)
    {
        await using var server = await StartAsync(options, cancellation);
        await output.WriteLineAsync($"Listening on {server.Url.ToString().TrimEnd('/')} (pages at /, documentation at /docs).");
        await output.WriteLineAsync(server.OperatorKey.Describe());
        await output.FlushAsync(CancellationToken.None);
        await server.WaitAsync(cancellation);
        await output.WriteLineAsync("Stopped.");
    }

    /// <summary>Until the process is asked to stop or the caller cancels; drains before it returns.</summary>
    public async Task WaitAsync(CancellationToken cancellation = default) => await _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _platform.DisposeAsync();
    }

    private static WebApplicationBuilder MakeBuilder(WebServerOptions options, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "numerai", ContentRootPath = Path.GetFullPath(options.DataFolder) });
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _drain);
        builder.Services.AddSingleton(loggers);
        return builder;
    }
}

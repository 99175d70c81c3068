using Numerai.Local;

namespace Numerai.Web.Hosting;

/// <summary>The platform in this process, on one SQLite file and folders beside it.</summary>
internal sealed class EmbeddedPlatform : IAsyncDisposable
{
    private readonly LocalHost _host;

    private EmbeddedPlatform(LocalHost host, ServerClock clock)
    {
        _host = host;
        Services = new PlatformServices(
            host.Actors, host.ReadModel, host.Submissions, host.Uploads, host.Datasets, host.Objects, host.Webhooks, host.Results, host.Events, host.Publisher, clock, host.Time);
    }

    public PlatformServices Services { get; }

    /// <exception cref="DataFolderInUseException">Another server has the data folder.</exception>
    /// <exception cref="DataFolderClockException">The folder lives on the other kind of clock.</exception>
    public static async Task<EmbeddedPlatform> OpenAsync(WebServerOptions options, ILoggerFactory loggers)
    {
        var kept = OpenClock(options);
        var host = await LocalHost.CreateAsync(new LocalHostOptions
        {
            DataFolder = options.DataFolder,
            Time = kept?.Clock ?? TimeProvider.System,
            Loggers = loggers,
            TickInterval = kept is null ? options.TickEvery : null,
            TicksLater = true,
            Feeds = options.Feeds,
        });
        return new EmbeddedPlatform(host, new ServerClock(host, kept));
    }

    /// <summary>Null for real time. The folder is taken meanwhile, so that nobody else's mark is touched.</summary>
    private static KeptClock? OpenClock(WebServerOptions options)
    {
        using var taken = DataFolderLock.Take(options.DataFolder);
        ClockMark.Require(options.DataFolder, options.VirtualClock is not null);
        return options.VirtualClock is { } start ? KeptClock.Open(options.DataFolder, start) : null;
    }

    /// <summary>Looks after rounds from now on; a server listens before, however long the first look takes.</summary>
    public void BeginTicking() => _host.BeginTicking();

    /// <summary>Breaks off what is being fetched from feeds.</summary>
    public void StopFetching() => _host.StopFetching();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

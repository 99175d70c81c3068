using Numerai.Storage.Files;
using Numerai.Storage;
using Numerai.Storage.Sqlite;
using Numerai.Storage.Memory;
using Numerai.Tournament.Clocks;
using Microsoft.Extensions.Logging;
using Numerai.Local.Actors;
using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Feeds;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Webhooks;

namespace Numerai.Local;

/// <summary>
/// The tournament's actors in this process: one turn at a time for each, state in stores, a real or a virtual clock. It runs a whole
/// platform on one machine; past one machine there is the cluster host.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly LocalHostOptions _options;
    private readonly TournamentStores _stores;
    private readonly ActorRuntime _runtime;
    private readonly Outboxes _outboxes;
    private readonly Ticker _ticker;
    private readonly CancellationTokenSource _fetching = new();
    private readonly DataFeed _feed;
    private bool _disposed;

    private LocalHost(LocalHostOptions options, TournamentStores stores)
    {
        _options = options;
        _stores = stores;
        var logger = options.Loggers.CreateLogger<LocalHost>();
        ITurnScheduler scheduler = options.Mode == HostMode.Deterministic ? new DeterministicScheduler(options.Seed) : new PoolScheduler();
        _outboxes = new Outboxes(options.Faults is { } failing ? failing.Over(stores.Publisher) : stores.Publisher);
        IActorRows rows = options.Faults is { } plan ? plan.Over(stores.Rows) : stores.Rows;
        _runtime = new ActorRuntime(scheduler, rows, options.MaximumActivations, options.Faults);
        Actors = new LocalActors(_runtime);
        _feed = new DataFeed(options.Feeds, TimeProvider.System, _fetching.Token);
        _runtime.Services = new ActorServices(
            options.Time,
            Actors,
            _outboxes,
            options.Faults is null ? stores.Objects : options.Faults.Over(stores.Objects),
            options.Faults is null ? stores.Submissions : options.Faults.Over(stores.Submissions),
            options.Faults is null ? stores.Datasets : options.Faults.Over(stores.Datasets),
            stores.ReadModel,
            logger)
        {
            Ballots = options.Faults is null ? stores.Ballots : options.Faults.Over(stores.Ballots),
            Directory = stores.Directory,
            Feed = options.Feed ?? _feed,
        };
        _ticker = new Ticker(
            Actors,
            options.Tournaments,
            options.CheckpointInterval,
            () => _outboxes.PublishAgainAsync(_runtime, ActorKinds.Stored),
            sideBySide: options.Mode == HostMode.Server,
            logger,
            _fetching.Token);
    }

    public IActors Actors { get; }

    public IReadModel ReadModel => _stores.ReadModel;

    public IDatasetStore Datasets => _stores.Datasets;

    public IUploadStore Uploads => _stores.Uploads;

    public IObjectStore Objects => _stores.Objects;

    public ISubmissionStore Submissions => _stores.Submissions;

    public IWebhookStore Webhooks => _stores.Webhooks;

    public IRoundResults Results => _stores.Results;

    public TournamentEvents Events => _stores.Events;

    public IEventPublisher Publisher => _stores.Publisher;

    public TimeProvider Time => _options.Time;

    /// <summary>What services beyond the actors are built from, such as the submission service.</summary>
    public ActorServices Services => _runtime.Services;

    /// <summary>
    /// Opens the stores, publishes what an earlier process left in outboxes, and (unless the options leave that for later) ticks every schedule
    /// once, which goes on with rounds that were cut short.
    /// </summary>
    /// <exception cref="DataFolderInUseException">Another host has the data folder.</exception>
    public static async Task<LocalHost> CreateAsync(LocalHostOptions options)
    {
        var inline = options.Mode == HostMode.Deterministic;
        var stores = options.Stores
            ?? (options.DataFolder is { } folder ? SqliteStores.OpenFolder(folder, options.Durability, inline) : MemoryStores.Make(throughJson: false));
        var host = new LocalHost(options, stores);
        try
        {
            await host._outboxes.FindAsync(stores.Rows, stores.Events);
            await host.RunAsync(options.TicksLater ? host._ticker.PublishAsync : host._ticker.TickAsync);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        if (!options.TicksLater)
        {
            host.StartTimer();
        }

        return host;
    }

    /// <summary>Ticks for the first time, without waiting for it, and then as the options say.</summary>
    public void BeginTicking()
    {
        _ticker.Tick();
        StartTimer();
    }

    /// <summary>Breaks off what is being fetched from feeds, and fetches no more: the host is about to stop.</summary>
    public void StopFetching() => _fetching.Cancel();

    private void StartTimer()
    {
        if (_options.TickInterval is { } interval)
        {
            _ticker.Start(_options.Time, interval);
        }
    }

    /// <summary>Ticks every schedule now: rounds close when their time has come, steps that were cut short go on.</summary>
    public Task TickAsync() => RunAsync(_ticker.TickAsync);

    /// <summary>Advances the host's virtual clock, then ticks every schedule.</summary>
    /// <exception cref="InvalidOperationException">The host runs on another clock.</exception>
    public Task AdvanceToAsync(DateTimeOffset time)
    {
        var clock = _options.Time as VirtualClock
            ?? throw new InvalidOperationException("Only a virtual clock can be advanced; this host runs on another one.");
        clock.AdvanceTo(time);
        return TickAsync();
    }

    /// <summary>
    /// Runs client code. On a deterministic host the code becomes part of the seeded order, so that calls it makes side by side are
    /// interleaved; it returns when the code is done.
    /// </summary>
    public Task RunAsync(Func<Task> work) => _runtime.Scheduler.EnterAsync(async () =>
    {
        await work();
        return true;
    });

    /// <summary>Ends the ticks, takes no more calls, waits for the turns that run, and closes the stores it has opened.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        StopFetching();
        await _ticker.DisposeAsync();
        await _runtime.StopAsync();
        _feed.Dispose();
        _fetching.Dispose();
        if (_options.Stores is null)
        {
            await _stores.DisposeAsync();
        }
    }
}

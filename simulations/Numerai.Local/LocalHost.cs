using Microsoft.Extensions.Logging;
using Numerai.Local.Actors;
using Numerai.Storage;
using Numerai.Storage.Actors;
using Numerai.Storage.Feeds;
using Numerai.Storage.Files;
using Numerai.Storage.Memory;
using Numerai.Storage.Sqlite;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Local;

/// <summary>
/// The tournament's actors in this process, for simulations and proofs: one turn at a time for each, state in stores, a virtual clock, an
/// order of turns that a seed decides, faults on demand. It serves nobody; a server is a silo.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly LocalHostOptions _options;
    private readonly TournamentStores _stores;
    private readonly ActorRuntime _runtime;
    private readonly Outboxes _outboxes;
    private readonly LocalContinuations _continuations;
    private readonly ILogger _logger;
    private readonly DataFeed _feed = new();
    private bool _disposed;

    private LocalHost(LocalHostOptions options, TournamentStores stores)
    {
        _options = options;
        _stores = stores;
        _logger = options.Loggers.CreateLogger<LocalHost>();
        ITurnScheduler scheduler = options.Mode == HostMode.Deterministic ? new DeterministicScheduler(options.Seed) : new PoolScheduler();
        _outboxes = new Outboxes(options.Faults is { } failing ? failing.Over(stores.Publisher) : stores.Publisher);
        IActorRows rows = options.Faults is { } plan ? plan.Over(stores.Rows) : stores.Rows;
        _runtime = new ActorRuntime(scheduler, rows, options.MaximumActivations, options.Faults);
        Actors = new LocalActors(_runtime);
        _runtime.Services = new ActorServices(
            options.Time,
            Actors,
            _outboxes,
            options.Faults is null ? stores.Objects : options.Faults.Over(stores.Objects),
            options.Faults is null ? stores.Submissions : options.Faults.Over(stores.Submissions),
            options.Faults is null ? stores.Datasets : options.Faults.Over(stores.Datasets),
            stores.ReadModel,
            _logger)
        {
            Continuations = _continuations = new LocalContinuations(_runtime, _logger),
            Ballots = options.Faults is null ? stores.Ballots : options.Faults.Over(stores.Ballots),
            Directory = stores.Directory,
            Feed = _feed,
        };
    }

    public IActors Actors { get; }

    public IReadModel ReadModel => _stores.ReadModel;

    public IDatasetStore Datasets => _stores.Datasets;

    public IUploadStore Uploads => _stores.Uploads;

    public IObjectStore Objects => _stores.Objects;

    public ISubmissionStore Submissions => _stores.Submissions;

    public TimeProvider Time => _options.Time;

    /// <summary>
    /// Opens the stores, publishes what an earlier host left in outboxes, and ticks every schedule once, which goes on with rounds that
    /// were cut short.
    /// </summary>
    /// <exception cref="DataFolderInUseException">Another host has the data folder.</exception>
    public static async Task<LocalHost> CreateAsync(LocalHostOptions options)
    {
        var inline = options.Mode == HostMode.Deterministic;
        var stores = options switch
        {
            { Stores: { } given } => given,
            { DataFolder: { } folder } => SqliteStores.OpenFolder(folder, options.Durability, inline),
            _ => MemoryStores.Make(throughJson: false),
        };
        var host = new LocalHost(options, stores);
        try
        {
            await host._outboxes.FindAsync(stores.Rows, stores.Events);
            await host.TickAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>
    /// Ticks every schedule now: rounds close when their time has come, steps that were cut short go on; returns when all is at rest.
    /// </summary>
    public Task TickAsync() => RunAsync(async () =>
    {
        _continuations.Fire();
        await AttemptAsync("publishing events again", () => _outboxes.PublishAgainAsync(_runtime, LocalActorKinds.All));
        foreach (var tournament in _options.Tournaments)
        {
            await AttemptAsync($"the schedule of tournament {tournament}", () => Actors.TickUntilIdleAsync(tournament));
        }

        await AttemptAsync("the checkpoint over the books", () => Actors.LedgerCheckpoints().CheckpointAsync(_options.CheckpointInterval));
    });

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

    /// <summary>What fails is logged and tried again with the next tick, as on a server.</summary>
    private async Task AttemptAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // Injected faults end up here, and what they cut short goes on with the next tick.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _logger.LogError(fault, "A tick failed at {What}; the next one tries again.", what);
        }
    }

    /// <summary>Takes no more calls, waits for the turns that run, and closes the stores it has opened.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _runtime.StopAsync();
        _feed.Dispose();
        if (_options.Stores is null)
        {
            await _stores.DisposeAsync();
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Numerai.Local.Actors;
using Numerai.Local.Faults;
using Numerai.Storage;
using Numerai.Storage.Actors;
using Numerai.Storage.Feeds;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Tests.Runtime;

/// <summary>A runtime with counters in it, on stores that outlive it.</summary>
internal sealed class CounterWorld : IAsyncDisposable
{
    private readonly TournamentStores _stores;
    private readonly bool _ownsStores;

    public CounterWorld(
        TournamentStores? stores = null,
        int? seed = null,
        int maximumActivations = 1000,
        FaultPlan? faults = null,
        Func<IActorRows, IActorRows>? rows = null)
    {
        _ownsStores = stores is null;
        _stores = stores ?? MemoryStores.Make(throughJson: true);
        ITurnScheduler scheduler = seed is { } value ? new DeterministicScheduler(value) : new PoolScheduler();
        var inner = rows?.Invoke(_stores.Rows) ?? _stores.Rows;
        Runtime = new ActorRuntime(scheduler, faults is null ? inner : new FaultyActorRows(inner, faults), maximumActivations, faults);
        Outboxes = new Outboxes(faults is null ? _stores.Publisher : new FaultyPublisher(_stores.Publisher, faults));
        Runtime.Services = new ActorServices(
            TimeProvider.System, null!, Outboxes, _stores.Objects, _stores.Submissions, _stores.Datasets, _stores.ReadModel,
            NullLogger.Instance)
        {
            Continuations = new LocalContinuations(Runtime, NullLogger.Instance),
            Ballots = _stores.Ballots,
            Directory = _stores.Directory,
            Feed = new DataFeed(),
        };
        Kind = Tests.Runtime.Counter.Kind(this);
    }

    public ActorRuntime Runtime { get; }

    public Outboxes Outboxes { get; }

    public TournamentStores Stores => _stores;

    public ActorKind Kind { get; }

    public TaskCompletionSource<int> Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Activations { get; } = new();

    public ICounter Counter(string key) => Runtime.Reference<ICounter>(Kind, key);

    public void Activated(string key) => Activations.Enqueue(key);

    public async ValueTask DisposeAsync()
    {
        await Runtime.StopAsync();
        if (_ownsStores)
        {
            await _stores.DisposeAsync();
        }
    }
}

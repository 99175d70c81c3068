using Numerai.Local;
using Numerai.Simulations.Stores;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;

namespace Numerai.Simulations.Running;

/// <summary>The tournament's own actors on the in-process host, with a virtual clock and memory for stores.</summary>
internal sealed class SimulationHost : IAsyncDisposable
{
    /// <summary>Actors beyond accounts and models that stay in memory: rounds in flight with their shards, treasury, schedule.</summary>
    private const int SpareActivations = 64;

    private readonly LocalStores _stores;
    private LocalHost? _host;

    public SimulationHost(DateTimeOffset start)
    {
        Clock = new VirtualClock(start);
        _stores = LocalStores.InMemory(Rows, Submissions, Objects, Ledger);
    }

    public VirtualClock Clock { get; }

    public MemoryActorRows Rows { get; } = new(throughJson: false);

    public MemorySubmissionStore Submissions { get; } = new();

    public MemoryObjectStore Objects { get; } = new();

    public SimulationLedger Ledger { get; } = new();

    public IActors Actors => Started.Actors;

    private LocalHost Started => _host ?? throw new InvalidOperationException("The host was not started.");

    /// <summary>Brings the actors to life, after stores were filled from a checkpoint or not at all.</summary>
    public async Task StartAsync(TournamentId tournament, int crowd, int seed, bool deterministic) => _host = await LocalHost.CreateAsync(new LocalHostOptions
    {
        Stores = _stores,
        Time = Clock,
        Mode = deterministic ? HostMode.Deterministic : HostMode.Server,
        Seed = seed,
        Tournaments = [tournament],
        MaximumActivations = crowd + SpareActivations,
    });

    public Task AdvanceToAsync(DateTimeOffset time) => Started.AdvanceToAsync(time);

    public Task PublishAsync(string name, byte[] content) =>
        Started.Datasets.PublishAsync(name, new MemoryStream(content, writable: false), Clock.GetUtcNow(), CancellationToken.None);

    /// <summary>Drops what is stored of a round that is over.</summary>
    public void Forget(RoundId round)
    {
        Submissions.Forget(round);
        Objects.Forget($"rounds/{round}/");
        Rows.Forget("round", round.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _stores.DisposeAsync();
    }
}

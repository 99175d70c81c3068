using Numerai.Contracts;
using Numerai.Simulations.Hosting;
using Numerai.Simulations.Stores;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;

namespace Numerai.Simulations.Running;

/// <summary>The tournament's own actors with a virtual clock and memory for stores, on whichever host they run.</summary>
internal sealed class SimulationHost(DateTimeOffset start) : IAsyncDisposable
{
    private readonly SimulationStores _stores = new();
    private IActorHost? _host;

    public VirtualClock Clock { get; } = new(start);

    public MemoryActorRows Rows => _stores.Rows;

    public MemorySubmissionStore Submissions => _stores.Submissions;

    public MemoryObjectStore Objects => _stores.Objects;

    public SimulationLedger Ledger => _stores.Ledger;

    public IActors Actors => Started.Actors;

    private IActorHost Started => _host ?? throw new InvalidOperationException("The host was not started.");

    /// <summary>Brings the actors to life, after stores were filled from a checkpoint or not at all.</summary>
    public async Task StartAsync(IActorHosts hosts, TournamentId tournament, int crowd, int seed) =>
        _host = await hosts.StartAsync(new ActorHostSetup(_stores, Clock, tournament, crowd, seed));

    public Task AdvanceToAsync(DateTimeOffset time) => Started.AdvanceToAsync(time);

    public Task PublishAsync(string name, byte[] content) =>
        _stores.Datasets.PublishAsync(name, new MemoryStream(content, writable: false), Clock.GetUtcNow(), CancellationToken.None);

    /// <summary>Drops what is stored of a round that is over.</summary>
    public void Forget(RoundId round)
    {
        Submissions.Forget(round);
        Objects.Forget($"rounds/{round}/");
        Rows.Forget("round", round.ToString());
        _stores.Datasets.Forget(RoundFiles.LiveName(round.Number));
        _stores.Datasets.Forget(RoundFiles.BenchmarkName(round.Number));
    }

    /// <summary>Drops what is stored of the universe of a round that is over.</summary>
    public void Forget(UniverseId universe)
    {
        Objects.Forget($"universes/{universe}/");
        Rows.Forget("universe", universe.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _stores.Dispose();
    }
}

using Numerai.Local;
using Numerai.Storage;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;

namespace Numerai.Simulations.Hosting;

/// <summary>Actors in this process.</summary>
/// <param name="deterministic">All turns on one thread in a seeded order, in place of the thread pool.</param>
public sealed class LocalActorHosts(bool deterministic = false) : IActorHosts
{
    /// <summary>Actors beyond accounts and models that stay in memory: rounds in flight with their shards, treasury, schedule.</summary>
    private const int SpareActivations = 64;

    public async Task<IActorHost> StartAsync(ActorHostSetup setup)
    {
        var own = setup.Stores;
        var stores = MemoryStores.Over(own.Rows, own.Submissions, own.Objects, own.Datasets, own.Ledger);
        return new Host(stores, await LocalHost.CreateAsync(new LocalHostOptions
        {
            Stores = stores,
            Time = setup.Clock,
            Mode = deterministic ? HostMode.Deterministic : HostMode.Parallel,
            Seed = setup.Seed,
            Tournaments = [setup.Tournament],
            MaximumActivations = setup.Crowd + SpareActivations,
        }));
    }

    private sealed class Host(TournamentStores stores, LocalHost host) : IActorHost
    {
        public IActors Actors => host.Actors;

        public Task AdvanceToAsync(DateTimeOffset time) => host.AdvanceToAsync(time);

        public async ValueTask DisposeAsync()
        {
            await host.DisposeAsync();
            await stores.DisposeAsync();
        }
    }
}

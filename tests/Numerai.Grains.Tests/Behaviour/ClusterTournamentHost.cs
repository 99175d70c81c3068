using Microsoft.Extensions.DependencyInjection;
using Numerai.Local.Faults;
using Numerai.Silo.Hosting;
using Numerai.Silo.Platform;
using Numerai.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Schedule;
using Orleans.TestingHost;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Several silos in this process, on shared stores and a virtual clock, under the behaviour suites.</summary>
internal sealed class ClusterTournamentHost : ITournamentHost
{
    private readonly VirtualClock _clock;
    private readonly TournamentStores _stores;
    private readonly TournamentStores _silosStores;
    private readonly DirectoryInfo? _folder;
    private readonly int _silos;
    private readonly FaultPlan? _faults;
    private readonly Action<ISiloBuilder>? _configure;
    private InProcessTestCluster _cluster = null!;
    private OrleansActors _actors = null!;

    private ClusterTournamentHost(
        TournamentStores stores,
        DirectoryInfo? folder,
        int silos,
        FaultPlan? faults,
        DateTimeOffset? start,
        Action<ISiloBuilder>? configure)
    {
        _clock = new VirtualClock(start ?? TinyTournament.Start);
        _stores = stores;
        _silosStores = faults is null ? stores : stores with
        {
            Objects = faults.Over(stores.Objects),
            Submissions = faults.Over(stores.Submissions),
            Publisher = faults.Over(stores.Publisher),
        };
        _folder = folder;
        _silos = silos;
        _faults = faults;
        _configure = configure;
    }

    public IActors Actors => _actors;

    public IReadModel ReadModel => _stores.ReadModel;

    public IDatasetStore Datasets => _stores.Datasets;

    public IUploadStore Uploads => _stores.Uploads;

    public IObjectStore Objects => _stores.Objects;

    public ISubmissionStore Submissions => _stores.Submissions;

    public TimeProvider Time => _clock;

    /// <summary>What its silos stand on.</summary>
    public TournamentStores Stores => _stores;

    public IReadOnlyList<InProcessSiloHandle> Silos => [.. _cluster.Silos];

    public IGrainFactory Grains => _cluster.Client;

    public IManagementGrain Management => Grains.GetGrain<IManagementGrain>(0);

    /// <param name="silos">Silos of the cluster.</param>
    /// <param name="postgres">The database; null for files.</param>
    /// <param name="faults">What goes wrong in the silos' stores; the test itself sees them as they are.</param>
    /// <param name="data">A data folder to open, which stays; null for a new one, which is gone in the end.</param>
    /// <param name="start">Where the virtual clock starts; null for where the tiny tournament does.</param>
    /// <param name="configure">What the test adds to each silo.</param>
    public static async Task<ClusterTournamentHost> StartAsync(
        int silos,
        string? postgres = null,
        FaultPlan? faults = null,
        DirectoryInfo? data = null,
        DateTimeOffset? start = null,
        Action<ISiloBuilder>? configure = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("numerai-cluster-");
        var stores = await PlatformFactory.OpenAsync(new SiloSettings
        {
            PostgreSql = postgres,
            DataFolder = folder.FullName,
        });
        var host = new ClusterTournamentHost(stores, data is null ? folder : null, silos, faults, start, configure);
        await host.DeployAsync();
        return host;
    }

    public async Task AdvanceToAsync(DateTimeOffset time)
    {
        _clock.AdvanceTo(time);
        await TickAsync();
    }

    public async Task TickAsync()
    {
        await PublishPendingAsync();
        foreach (var tournament in Tournaments.Ids)
        {
            await Actors.TickUntilIdleAsync(tournament);
        }

        (await Actors.LedgerCheckpoints().CheckpointAsync(TimeSpan.FromDays(1))).Require();

        await PublishPendingAsync();
    }

    public async Task RestartAsync()
    {
        await _cluster.DisposeAsync();
        await DeployAsync();
        await TickAsync();
    }

    public Task SettleAsync() => TickAsync();

    /// <summary>Starts one more silo.</summary>
    public Task JoinAsync() => _cluster.StartAdditionalSiloAsync();

    /// <summary>Ends a silo in the middle of what it does, and starts another.</summary>
    public async Task KillAsync(InProcessSiloHandle silo)
    {
        await _cluster.KillSiloAsync(silo);
        await _cluster.StartAdditionalSiloAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _stores.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    private async Task DeployAsync()
    {
        var builder = new InProcessTestClusterBuilder((short)_silos);
        builder.ConfigureSilo((_, silo) =>
        {
            SiloSetup.AddPlatform(silo, _silosStores, _clock);
            if (_faults is not null)
            {
                FaultyGrainStorage.Add(silo, _faults);
            }

            silo.UseInMemoryReminderService();
            _configure?.Invoke(silo);
        });
        builder.ConfigureClient(client => client.AddActors());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        _actors = new OrleansActors(_cluster.Client.ServiceProvider.GetRequiredService<IGrainFactory>());
    }

    private async Task PublishPendingAsync()
    {
        foreach (var source in await _stores.FindBehindAsync())
        {
            await _actors.PublishPendingAsync(source);
        }
    }
}

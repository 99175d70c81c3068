using Microsoft.Extensions.DependencyInjection;
using Numerai.Local;
using Numerai.Local.Faults;
using Numerai.Local.Tests.Behaviour;
using Numerai.Silo.Hosting;
using Numerai.Silo.Platform;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Ports;
using Orleans.TestingHost;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>Several silos in this process, on shared stores and a virtual clock, under the behaviour suites.</summary>
internal sealed class ClusterTournamentHost : ITournamentHost
{
    private static readonly TournamentId[] _tournaments = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];

    private readonly VirtualClock _clock;
    private readonly SiloPlatform _platform;
    private readonly SiloPlatform _silosPlatform;
    private readonly DirectoryInfo? _folder;
    private readonly int _silos;
    private InProcessTestCluster _cluster = null!;
    private OrleansActors _actors = null!;

    private ClusterTournamentHost(SiloPlatform platform, DirectoryInfo? folder, int silos, FaultPlan? faults, DateTimeOffset? start)
    {
        _clock = new VirtualClock(start ?? TinyTournament.Start);
        _platform = platform;
        _silosPlatform = faults is null ? platform : platform with
        {
            Rows = faults.Over(platform.Rows),
            Objects = faults.Over(platform.Objects),
            Submissions = faults.Over(platform.Submissions),
            Publisher = faults.Over(platform.Publisher),
        };
        _folder = folder;
        _silos = silos;
    }

    public IActors Actors => _actors;

    public IReadModel ReadModel => _platform.ReadModel;

    public IDatasetStore Datasets => _platform.Datasets;

    public IUploadStore Uploads => _platform.Uploads;

    public IObjectStore Objects => _platform.Objects;

    public ISubmissionStore Submissions => _platform.Submissions;

    public TimeProvider Time => _clock;

    /// <summary>What its silos stand on.</summary>
    public SiloPlatform Platform => _platform;

    public IReadOnlyList<InProcessSiloHandle> Silos => [.. _cluster.Silos];

    public IManagementGrain Management => _cluster.Client.GetGrain<IManagementGrain>(0);

    /// <param name="silos">Silos of the cluster.</param>
    /// <param name="postgres">The database; null for files.</param>
    /// <param name="faults">What goes wrong in the silos' stores; the test itself sees them as they are.</param>
    /// <param name="data">A data folder to open, which stays; null for a new one, which is gone in the end.</param>
    /// <param name="start">Where the virtual clock starts; null for where the tiny tournament does.</param>
    public static async Task<ClusterTournamentHost> StartAsync(
        int silos, string? postgres = null, FaultPlan? faults = null, DirectoryInfo? data = null, DateTimeOffset? start = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("numerai-cluster-");
        var platform = await PlatformFactory.OpenAsync(new SiloSettings
        {
            Mode = postgres is null ? SiloMode.Local : SiloMode.Cluster,
            PostgreSql = postgres,
            DataFolder = folder.FullName,
        });
        var host = new ClusterTournamentHost(platform, data is null ? folder : null, silos, faults, start);
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
        foreach (var tournament in _tournaments)
        {
            (await Actors.Automation(tournament).TickAsync()).Require();
            (await Actors.Schedule(tournament).TickAsync()).Require();
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

    /// <summary>Ends a silo in the middle of what it does, and starts another.</summary>
    public async Task KillAsync(InProcessSiloHandle silo)
    {
        await _cluster.KillSiloAsync(silo);
        await _cluster.StartAdditionalSiloAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _platform.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    private async Task DeployAsync()
    {
        var builder = new InProcessTestClusterBuilder((short)_silos);
        builder.ConfigureSilo((_, silo) =>
        {
            SiloSetup.AddPlatform(silo, _silosPlatform, _clock);
            silo.UseInMemoryReminderService();
        });
        builder.ConfigureClient(client => client.AddActors());
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        _actors = new OrleansActors(_cluster.Client.ServiceProvider.GetRequiredService<IGrainFactory>());
    }

    private async Task PublishPendingAsync()
    {
        foreach (var source in await _platform.FindBehind())
        {
            await _actors.PublishPendingAsync(source);
        }
    }
}

using Numerai.Local;
using Numerai.Local.Faults;
using Numerai.Storage;
using Numerai.Storage.Actors;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;

namespace Numerai.Behaviour;

/// <summary>The in-process host under the behaviour suites.</summary>
internal sealed class LocalTournamentHost : ITournamentHost
{
    private readonly LocalHostOptions _options;
    private readonly DirectoryInfo? _folder;
    private LocalHost _host;

    private LocalTournamentHost(LocalHostOptions options, DirectoryInfo? folder, LocalHost host)
    {
        _options = options;
        _folder = folder;
        _host = host;
    }

    public IActors Actors => _host.Actors;

    public IReadModel ReadModel => _host.ReadModel;

    public IDatasetStore Datasets => _host.Datasets;

    public IUploadStore Uploads => _host.Uploads;

    public IObjectStore Objects => _host.Objects;

    public ISubmissionStore Submissions => _host.Submissions;

    public TimeProvider Time => _host.Time;

    /// <summary>What it stands on, when that is in memory.</summary>
    public TournamentStores Stores => _options.Stores!;

    /// <summary>What actors in memory are stored in.</summary>
    public IActorRows Rows => _options.Stores?.Rows ?? throw new InvalidOperationException("This host has its stores to itself.");

    /// <summary>On SQLite in a folder.</summary>
    public static async Task<ITournamentHost> OnDiskAsync(HostMode mode)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-behaviour-");
        var options = new LocalHostOptions { DataFolder = folder.FullName, Mode = mode, Time = new VirtualClock(TinyTournament.Start) };
        return new LocalTournamentHost(options, folder, await LocalHost.CreateAsync(options));
    }

    /// <summary>In memory, through the stored form of states.</summary>
    public static async Task<ITournamentHost> InMemoryAsync(HostMode mode, int seed = 0, FaultPlan? faults = null)
    {
        var options = new LocalHostOptions
        {
            Stores = MemoryStores.Make(throughJson: true),
            Mode = mode,
            Seed = seed,
            Faults = faults,
            Time = new VirtualClock(TinyTournament.Start),
        };
        return new LocalTournamentHost(options, null, await LocalHost.CreateAsync(options));
    }

    public Task AdvanceToAsync(DateTimeOffset time) => _host.AdvanceToAsync(time);

    public Task TickAsync() => _host.TickAsync();

    public Task RestartAsync() => RestartAsync(() => Task.CompletedTask);

    /// <summary>Does something to the stores while no host is up.</summary>
    public async Task RestartAsync(Func<Task> meanwhile)
    {
        await _host.DisposeAsync();
        await meanwhile();
        _host = await LocalHost.CreateAsync(_options);
    }

    /// <summary>Events are published within the turn, so a tick repeats those that failed and there is nothing to wait for.</summary>
    public Task SettleAsync() => _host.TickAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_options.Stores is { } stores)
        {
            await stores.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Silo.Simulations;
using Numerai.Simulations.Running;
using Numerai.Storage.Memory;
using Numerai.Tournament.Ports;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Numerai.Grains.Tests.Simulations;

/// <summary>
/// Two silos that play points. Every point is held at its fourth round until <see cref="GoOn"/>, so that a silo can die while all of them
/// are half played; what a dead silo's threads still do is cut off.
/// </summary>
internal sealed class PointCluster : IAsyncDisposable
{
    private const int HeldRound = 4;
    private readonly MemoryObjectStore _objects = new();
    private readonly ManualResetEventSlim _goOn = new();
    private readonly CountdownEvent _held;
    private readonly TaskCompletionSource _allHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<(string Silo, string Point), bool> _played = new();
    private readonly ConcurrentDictionary<string, bool> _dead = new(StringComparer.Ordinal);
    private InProcessTestCluster _cluster = null!;

    private PointCluster(int points) => _held = new CountdownEvent(points);

    public SimulationPoints Points { get; private set; } = null!;

    /// <summary>Every point is half played now.</summary>
    public Task AllHeld => _allHeld.Task;

    public static async Task<PointCluster> StartAsync(int points)
    {
        var own = new PointCluster(points);
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddSimulationPoints(new SimulationPointPlayer(points, (point, step) => own.Watch(options.SiloName, point, step)));
            silo.UseInMemoryReminderService();
            silo.Services.AddSingleton<IObjectStore>(own._objects);
            silo.Configure<ClusterMembershipOptions>(SiloLiveness.Configure);
        });
        own._cluster = builder.Build();
        await own._cluster.DeployAsync();
        foreach (var silo in own._cluster.Silos)
        {
            await KnowsAsync(silo, own._cluster.Silos.Count);
        }

        own.Points = new SimulationPoints(own._cluster.Client.ServiceProvider.GetRequiredService<IGrainFactory>(), own._objects);
        return own;
    }

    /// <summary>Points that a silo has begun to play, by silo.</summary>
    public IReadOnlyDictionary<string, string[]> Played() =>
        _played.Keys.GroupBy(play => play.Silo, play => play.Point, StringComparer.Ordinal)
        .ToDictionary(silo => silo.Key, silo => silo.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>Ends a silo at once.</summary>
    public async Task KillAsync(string silo)
    {
        _dead[silo] = true;
        await _cluster.KillSiloAsync(_cluster.Silos.Single(handle => handle.Name == silo));
    }

    public void GoOn() => _goOn.Set();

    public async ValueTask DisposeAsync()
    {
        _goOn.Set();
        await _cluster.DisposeAsync();
        _held.Dispose();
    }

    /// <summary>A silo places points on those it knows the grains of, and learns them a moment after it has joined.</summary>
    private static async Task KnowsAsync(InProcessSiloHandle silo, int silos)
    {
        var token = TestContext.Current.CancellationToken;
        var members = silo.ServiceProvider.GetRequiredService<IClusterMembershipService>();
        await foreach (var membership in members.MembershipUpdates.WithCancellation(token))
        {
            if (membership.Members.Values.Count(member => member.Status == SiloStatus.Active) == silos)
            {
                break;
            }
        }

        await foreach (var manifest in silo.ServiceProvider.GetRequiredService<IClusterManifestProvider>().Updates.WithCancellation(token))
        {
            if (manifest.Silos.Count == silos)
            {
                break;
            }
        }
    }

    private void Watch(string silo, string point, SimulationProgress step)
    {
        _played.TryAdd((silo, point), true);
        if (step.Round == HeldRound && !_goOn.IsSet)
        {
            if (_held.Signal())
            {
                _allHeld.SetResult();
            }

            _goOn.Wait();
        }

        if (_dead.ContainsKey(silo))
        {
            throw new OperationCanceledException($"{silo} is dead.");
        }
    }
}

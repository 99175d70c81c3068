using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Numerai.Storage.Postgres;

namespace Numerai.Cli.Cluster;

/// <summary>A cluster of several silos on this machine, on a PostgreSQL server of its own: all in one folder.</summary>
internal sealed class LocalCluster
{
    private const string Database = "numerai";
    private const int LooksUntilGone = 8;
    private const int MostStarts = 3;
    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _pollEvery = TimeSpan.FromMilliseconds(250);

    private readonly ClusterLayout _layout;
    private readonly PrivatePostgres _postgres;

    private readonly TimeProvider _time;

    private LocalCluster(string folder, ClusterLayout layout, TimeProvider time)
    {
        _time = time;
        _layout = layout;
        _postgres = PrivatePostgres.In(Path.Combine(folder, "postgres"));
        Silos = [.. layout.Silos.Select((port, place) => new SiloProcess(folder, place + 1, port))];
    }

    public IReadOnlyList<SiloProcess> Silos { get; }

    /// <summary>The cluster kept in a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static LocalCluster In(string folder, TimeProvider time) => new(
        Path.GetFullPath(folder),
        ClusterLayout.Read(folder)
            ?? throw new DirectoryNotFoundException($"There is no cluster in '{folder}'; `numerai cluster up` makes one."),
        time);

    /// <summary>The cluster kept in a folder, made or grown to a number of silos.</summary>
    public static LocalCluster Make(string folder, int silos, TimeProvider time)
    {
        var path = Directory.CreateDirectory(folder).FullName;
        var known = ClusterLayout.Read(path);
        var secret = known?.Secret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var ports = known?.Silos.ToList() ?? [];
        while (ports.Count < silos)
        {
            ports.Add(FreePort());
        }

        var layout = new ClusterLayout(secret, ports);
        layout.Write(path);
        return new LocalCluster(path, layout, time);
    }

    /// <summary>A new cluster whose silos share a given secret.</summary>
    /// <exception cref="IOException">There is a cluster with another secret.</exception>
    public static LocalCluster MakeWithSecret(string folder, string secret, TimeProvider time)
    {
        var path = Directory.CreateDirectory(folder).FullName;
        var known = ClusterLayout.Read(path);
        if (known is not null && known.Secret != secret)
        {
            throw new IOException($"The cluster in '{folder}' has a secret of its own; import into a new folder.");
        }

        var layout = known ?? new ClusterLayout(secret, []);
        layout.Write(path);
        return new LocalCluster(path, layout, time);
    }

    /// <summary>Starts PostgreSQL alone; returns how to connect to the cluster's database.</summary>
    public async Task<string> StartDatabaseAsync()
    {
        await _postgres.StartAsync();
        return await _postgres.DatabaseAsync(Database, Silos.Count);
    }

    public Task<bool> DatabaseRunsAsync() => _postgres.IsRunningAsync();

    /// <summary>Starts what does not run and waits until every silo serves.</summary>
    /// <exception cref="IOException">A silo did not come up.</exception>
    public async Task UpAsync(CancellationToken cancellation)
    {
        var connection = await StartDatabaseAsync();
        foreach (var silo in Silos)
        {
            await silo.StartAsync(_layout.Secret, connection);
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Task.WhenAll(Silos.Select(silo => WaitAsync(silo, () => silo.StartAsync(_layout.Secret, connection), http, cancellation)));
    }

    /// <summary>Takes the database away for a while, as an outage does.</summary>
    public async Task StopDatabaseAsync(TimeSpan duration, CancellationToken cancellation)
    {
        await _postgres.StopAsync();
        try
        {
            await Task.Delay(duration, _time, cancellation);
        }
        finally
        {
            await _postgres.StartAsync();
        }
    }

    /// <summary>Silos first, so that they end their work on a database that is there.</summary>
    public async Task DownAsync(CancellationToken cancellation)
    {
        await Task.WhenAll(Silos.Select(silo => silo.StopAsync(cancellation)));
        await _postgres.StopAsync();
    }

    /// <summary>
    /// A silo that joins while others die may be taken for dead itself and then ends; it is started again, as a supervisor would. That it
    /// is gone counts only when it is seen twice: a process that is just being started has no arguments yet.
    /// </summary>
    private async Task WaitAsync(SiloProcess silo, Func<Task> start, HttpClient http, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        var (starts, gone) = (1, 0);
        while (!await silo.IsReadyAsync(http, cancellation))
        {
            gone = silo.ProcessId is null ? gone + 1 : 0;
            if (gone == LooksUntilGone && starts++ < MostStarts)
            {
                await start();
                gone = 0;
            }

            if (gone >= LooksUntilGone || _time.GetElapsedTime(started) > _longestStart)
            {
                throw new IOException($"Silo {silo.Number} did not come up; its log {silo.Log} tells why.");
            }

            await Task.Delay(_pollEvery, _time, cancellation);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

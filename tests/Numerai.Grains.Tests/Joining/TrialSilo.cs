using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests.Joining;

/// <summary>A silo of Orleans without any actors, on real sockets of this machine: as honest as its configuration makes it.</summary>
internal sealed class TrialSilo : IAsyncDisposable
{
    public const string Cluster = "numerai";

    private readonly KeptLog _log = new();
    private readonly IHost _host;

    private TrialSilo(IPEndPoint? primary, Action<ISiloBuilder> configure)
    {
        Address = new IPEndPoint(IPAddress.Loopback, FreePorts.Or(0));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.AddProvider(_log));
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(Address.Port, SiloSetup.NoGateway, primary ?? Address, Cluster, Cluster);
            configure(silo);
        });
        _host = builder.Build();
    }

    public IPEndPoint Address { get; }

    /// <summary>Its warnings.</summary>
    public KeptLog Log => _log;

    /// <summary>A first silo, or one that joins another.</summary>
    public static async Task<TrialSilo> StartAsync(Action<ISiloBuilder> configure, IPEndPoint? primary = null)
    {
        var silo = new TrialSilo(primary, configure);
        await silo._host.StartAsync(TestContext.Current.CancellationToken);
        return silo;
    }

    /// <summary>
    /// Starts a silo that is not let in, until it says so in certain words. It would try for minutes; it is stopped then.
    /// </summary>
    public static async Task RefusedAsync(Action<ISiloBuilder> configure, IPEndPoint primary, string words)
    {
        var silo = new TrialSilo(primary, configure);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var start = silo._host.StartAsync(stop.Token);
        await Task.WhenAny(start, silo.Log.SaysAsync(words));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => start);
        await StopAsync(silo._host.Services);
        Assert.Contains(words, silo.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>
    /// Stops a silo that could not start. Orleans refuses to stop a silo that never ran, and one that is only disposed goes on looking for
    /// its cluster, without a pause, until the process ends; so what had started of it is stopped, step by step. It is not disposed after
    /// that: it would wait for the end of a stop that was never begun.
    /// </summary>
    public static async Task StopAsync(IServiceProvider refused)
    {
        try
        {
            await refused.GetRequiredService<ISiloLifecycleSubject>().OnStop(new CancellationToken(canceled: true));
        }
#pragma warning disable CA1031 // Whatever it has to say of its end, it was refused before.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Asks every silo of the cluster for something only it knows; says how many there are.</summary>
    public Task<int> AnsweringAsync() => AnsweringAsync(_host.Services.GetRequiredService<IGrainFactory>());

    /// <inheritdoc cref="AnsweringAsync()"/>
    public static async Task<int> AnsweringAsync(IGrainFactory grains)
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        var silos = (await management.GetHosts(onlyActive: true)).Keys.ToArray();
        return (await management.GetRuntimeStatistics(silos)).Length;
    }

    public async ValueTask DisposeAsync()
    {
        using (_host)
        {
            await _host.StopAsync(TestContext.Current.CancellationToken);
        }
    }
}

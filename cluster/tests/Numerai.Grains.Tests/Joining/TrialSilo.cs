using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numerai.Silo.Hosting;
using Orleans.Configuration;

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
            silo.Configure<ClusterMembershipOptions>(options => options.MaxJoinAttemptTime = TimeSpan.FromSeconds(1));
            configure(silo);
        });
        _host = builder.Build();
    }

    public IPEndPoint Address { get; }

    /// <summary>Its warnings.</summary>
    public string Warnings => _log.Text;

    /// <summary>A first silo, or one that joins another.</summary>
    public static async Task<TrialSilo> StartAsync(Action<ISiloBuilder> configure, IPEndPoint? primary = null)
    {
        var silo = new TrialSilo(primary, configure);
        await silo._host.StartAsync(TestContext.Current.CancellationToken);
        return silo;
    }

    /// <summary>What a silo that is not let in says of it.</summary>
    public static async Task<string> RefusedAsync(Action<ISiloBuilder> configure, IPEndPoint primary)
    {
        await using var silo = new TrialSilo(primary, configure);
        await Assert.ThrowsAnyAsync<Exception>(() => silo._host.StartAsync(TestContext.Current.CancellationToken));
        return silo.Warnings;
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

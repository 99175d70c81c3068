using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Numerai.Contracts;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Treasury;
using Orleans.Configuration;
using Orleans.Runtime.Messaging;

namespace Numerai.Grains.Tests.Joining;

/// <summary>Attacks on a silo of one machine by whoever can reach its ports over loopback and knows the cluster's id.</summary>
public sealed class LoneSiloTests(LocalSilo silo) : IClassFixture<LocalSilo>
{
    private IPEndPoint SiloAddress => silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.Endpoint;

    [Fact]
    public void No_silo_has_a_port_for_Orleans_clients()
    {
        var endpoints = silo.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;

        Assert.Equal(0, endpoints.GatewayPort);
        Assert.Null(endpoints.GatewayListeningEndpoint);
        Assert.Null(silo.Services.GetRequiredService<ILocalSiloDetails>().GatewayAddress);
    }

    [Fact]
    public async Task An_Orleans_client_that_knows_the_cluster_id_cannot_mint_through_the_silos_port()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(SiloAddress);
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (TrialSilo.Cluster, TrialSilo.Cluster));
            client.AddActors();
            client.UseConnectionRetryFilter((_, _) => Task.FromResult(false));
        });
        using var client = builder.Build();

        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await client.StartAsync(TestContext.Current.CancellationToken);
            IActors actors = new OrleansActors(client.Services.GetRequiredService<IGrainFactory>());
            await actors.Treasury().MintAsync(new Mint("rogue", Nmr.FromNmr(1_000_000)));
        });

        Assert.True(refused is SiloUnavailableException or ConnectionFailedException or GrainUnavailableException, refused.ToString());
        Assert.Equal(default, (await silo.Actors.Treasury().GetAsync()).Require().Minted);
    }

    [Fact]
    public async Task A_silo_that_knows_port_and_cluster_id_does_not_join()
    {
        await TrialSilo.RefusedAsync(_ => { }, SiloAddress, "Connection attempt to endpoint");

        Assert.Equal(1, await TrialSilo.AnsweringAsync(silo.Services.GetRequiredService<IGrainFactory>()));
    }

    [Fact]
    public async Task The_connection_of_a_stranger_is_closed()
    {
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(SiloAddress, TestContext.Current.CancellationToken);
        await stranger.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(0, await EndAsync(stranger.GetStream()));
    }

    /// <summary>Zero at the end of a connection, reset or not.</summary>
    private static async Task<int> EndAsync(NetworkStream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

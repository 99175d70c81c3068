using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numerai.Contracts;
using Numerai.Grains.Serialization;
using Numerai.Silo.Hosting;
using Numerai.Silo.Joining;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Treasury;
using Numerai.Web.Authentication;
using Orleans.Configuration;
using Orleans.Runtime.Placement;

namespace Numerai.Grains.Tests.Joining;

/// <summary>
/// Silos that find each other in PostgreSQL. Whoever reaches the database can write himself among them; he is answered by none.
/// </summary>
public sealed class DatabaseJoiningTests(PostgresServer server) : IDisposable
{
    private static readonly string _secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-joining-");

    [Fact]
    public async Task Silos_with_one_secret_join_and_answer_each_other_and_the_dashboard_is_the_operators()
    {
        var postgres = await server.NewDatabaseAsync();
        await using var first = await StartAsync(postgres, "one");
        await using var second = await StartAsync(postgres, "two");

        Assert.Equal(2, await TrialSilo.AnsweringAsync(second.Services.GetRequiredService<IGrainFactory>()));
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(second.Url, "/dashboard/"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_silo_that_has_the_database_the_port_and_the_cluster_id_calls_no_actor_without_the_secret(bool hasAnother)
    {
        var postgres = await server.NewDatabaseAsync();
        await using var honest = await StartAsync(postgres, "honest");
        using var log = new KeptLog();
        var minted = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var rogue = Rogue(postgres, hasAnother, log, services => Mint(services, minted));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var start = rogue.StartAsync(stop.Token);

        Assert.NotNull(await minted.Task.WaitAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => start);
        await TrialSilo.StopAsync(rogue.Services);
        Assert.Equal(default, (await honest.Actors.Treasury().GetAsync()).Require().Minted);
        Assert.Equal(hasAnother, log.Text.Contains("the same Silo:Secret", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<SiloHost> StartAsync(string postgres, string name)
    {
        return await SiloHost.StartAsync(new SiloSettings
        {
            PostgreSql = postgres,
            Secret = _secret,
            DataFolder = Path.Combine(_folder.FullName, name),
            AdvertisedAddress = "127.0.0.1",
            SiloPort = 0,
            Url = "http://127.0.0.1:0",
            RateLimits = false,
        });
    }

    /// <summary>A silo that gives its order before Orleans asks whether it is welcome.</summary>
    private static IHost Rogue(string postgres, bool hasAnother, KeptLog log, Func<IServiceProvider, Task> order)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.AddProvider(log));
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", postgres));
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (TrialSilo.Cluster, TrialSilo.Cluster));
            silo.ConfigureEndpoints(IPAddress.Loopback, FreePorts.Or(0), SiloSetup.NoGateway);
            silo.Services.AddContractSerialization();
            silo.AddStartupTask((services, _) => order(services), ServiceLifecycleStage.ApplicationServices);
            if (hasAnother)
            {
                silo.JoinOnlyBySecret(ServerSecrets.New());
            }
        });
        return builder.Build();
    }

    /// <summary>Orders the honest silo's treasury to mint; tells how that ended, null for well.</summary>
    private static async Task Mint(IServiceProvider services, TaskCompletionSource<Exception?> minted)
    {
        try
        {
            var members = services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values;
            var honest = members.Single(member => member.Status == SiloStatus.Active);
            RequestContext.Set(IPlacementDirector.PlacementHintKey, honest.SiloAddress);
            IActors actors = new OrleansActors(services.GetRequiredService<IGrainFactory>());
            await actors.Treasury().MintAsync(new Mint("rogue", Nmr.FromNmr(1_000_000)));
            minted.SetResult(null);
        }
#pragma warning disable CA1031 // Whatever it is goes to the test.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            minted.SetResult(fault);
        }
    }
}

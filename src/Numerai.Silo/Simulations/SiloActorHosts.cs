using System.Net;
using Numerai.Grains;
using Numerai.Silo.Hosting;
using Numerai.Silo.Joining;
using Numerai.Silo.Storage;
using Numerai.Simulations.Hosting;
using Numerai.Storage;
using Numerai.Storage.Feeds;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Orleans.Storage;

namespace Numerai.Silo.Simulations;

/// <summary>
/// A simulation's actors as grains of silos in this process. The silos share the simulation's stores and its virtual clock; calls between
/// them are messages, serialized like those of any cluster. They share a secret that nobody else knows.
/// </summary>
/// <param name="silos">How many silos.</param>
public sealed class SiloActorHosts(int silos) : IActorHosts
{
    public async Task<IActorHost> StartAsync(ActorHostSetup setup)
    {
        var own = setup.Stores;
        var stores = MemoryStores.Over(own.Rows, own.Submissions, own.Objects, own.Datasets, own.Ledger);
        var started = new List<IHost>();
        try
        {
            var cluster = $"simulation-{Guid.NewGuid():N}";
            var secrets = ServerSecrets.New();
            var primary = new IPEndPoint(IPAddress.Loopback, FreePorts.Or(0));
            for (var silo = 0; silo < silos; silo++)
            {
                started.Add(Build(setup, stores, cluster, secrets, silo == 0 ? primary.Port : FreePorts.Or(0), primary));
                await started[^1].StartAsync();
            }
        }
        catch
        {
            await StopAsync(started, stores);
            throw;
        }

        return new SiloActorHost(setup, started[0].Services.GetRequiredService<OrleansActors>(), () => StopAsync(started, stores));
    }

    private static IHost Build(
        ActorHostSetup setup, TournamentStores stores, string cluster, ServerSecrets secrets, int port, IPEndPoint primary)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(port, SiloSetup.NoGateway, primary, cluster, cluster);
            silo.JoinOnlyBySecret(secrets);
            silo.UseInMemoryReminderService();
            AddActors(silo, setup, stores);
        });
        return builder.Build();
    }

    /// <summary>The actors over the simulation's stores; events go to its ledger and nowhere else.</summary>
    private static void AddActors(ISiloBuilder silo, ActorHostSetup setup, TournamentStores stores)
    {
        silo.AddActors(setup.Clock);
        silo.Services.AddSingleton(stores.Objects).AddSingleton(stores.Submissions).AddSingleton(stores.Datasets);
        silo.Services.AddSingleton(stores.Ballots).AddSingleton(stores.Directory).AddSingleton<IDataFeed>(_ => new DataFeed());
        silo.Services.AddSingleton(stores.ReadModel).AddSingleton<IEventPublisher>(setup.Stores.Ledger);
        silo.Services.AddKeyedSingleton<IGrainStorage>(GrainsHosting.ActorStorage, (_, _) => new ActorRowGrainStorage(setup.Stores.Rows));
    }

    /// <summary>The primary silo keeps the list of the others, so it goes last.</summary>
    private static async Task StopAsync(List<IHost> started, TournamentStores stores)
    {
        foreach (var silo in Enumerable.Reverse(started))
        {
            await silo.StopAsync();
            silo.Dispose();
        }

        await stores.DisposeAsync();
    }
}

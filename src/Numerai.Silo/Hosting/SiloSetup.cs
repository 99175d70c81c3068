using System.Net;
using Numerai.Grains;
using Numerai.Grains.Actors;
using Numerai.Grains.Streams;
using Numerai.Silo.Simulations;
using Numerai.Silo.Storage;
using Numerai.Storage;
using Numerai.Storage.Feeds;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Ports;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Storage;

namespace Numerai.Silo.Hosting;

/// <summary>The Orleans side of a silo.</summary>
public static class SiloSetup
{
    private const string Npgsql = "Npgsql";

    /// <param name="silo">The silo.</param>
    /// <param name="settings">What it is part of.</param>
    /// <param name="stores">Its stores.</param>
    /// <param name="time">The actors' time; null for real time.</param>
    public static void Configure(ISiloBuilder silo, SiloSettings settings, TournamentStores stores, TimeProvider? time)
    {
        AddPlatform(silo, stores, time);
        silo.AddSimulationPoints(new SimulationPointPlayer(settings.SimulationsAtOnce));
        var (siloPort, gatewayPort) = (settings.SiloPort, settings.GatewayPort);
        if (settings.Mode == SiloMode.Local)
        {
            silo.UseLocalhostClustering(FreePorts.Or(0), FreePorts.Or(gatewayPort), serviceId: settings.ServiceId, clusterId: settings.ClusterId);
            silo.UseInMemoryReminderService();
        }
        else
        {
            var postgreSql = PostgresConnectionText.Of(settings.PostgreSql!);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, settings.ServiceId));
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Npgsql, postgreSql));
            silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (Npgsql, postgreSql));
            if (settings.AdvertisedAddress is { } address)
            {
                silo.ConfigureEndpoints(IPAddress.Parse(address), FreePorts.Or(siloPort), FreePorts.Or(gatewayPort));
            }
            else
            {
                silo.ConfigureEndpoints(FreePorts.Or(siloPort), FreePorts.Or(gatewayPort));
            }
        }

        if (settings.Dashboard)
        {
            silo.AddDashboard();
        }
    }

    /// <summary>The actors and their stores, whatever the silo finds its cluster by.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="stores">Its stores.</param>
    /// <param name="time">The actors' time; null for real time.</param>
    public static void AddPlatform(ISiloBuilder silo, TournamentStores stores, TimeProvider? time = null)
    {
        silo.AddActors(time);
        silo.Services.AddSingleton(stores.Objects).AddSingleton(stores.Submissions).AddSingleton(stores.Datasets);
        silo.Services.AddSingleton(stores.Ballots).AddSingleton(stores.Directory).AddSingleton<IDataFeed, DataFeed>();
        silo.AddEventStreams(stores.Publisher);
        silo.Services.AddSingleton(stores.ReadModel);
        silo.Services.AddKeyedSingleton<IGrainStorage>(ActorKinds.Storage, (_, _) => new ActorRowGrainStorage(stores.Rows));
    }
}

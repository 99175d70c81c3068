using System.Net;
using Numerai.Grains;
using Numerai.Grains.Actors;
using Numerai.Grains.Streams;
using Numerai.Silo.Platform;
using Numerai.Silo.Storage;
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

    public static void Configure(ISiloBuilder silo, SiloSettings settings, SiloPlatform platform)
    {
        AddPlatform(silo, platform);
        var (siloPort, gatewayPort) = (settings.SiloPort, settings.GatewayPort);
        if (settings.Mode == SiloMode.Local)
        {
            silo.UseLocalhostClustering(FreePorts.Or(siloPort), FreePorts.Or(gatewayPort), serviceId: settings.ServiceId, clusterId: settings.ClusterId);
            silo.UseInMemoryReminderService();
        }
        else
        {
            var membership = PostgresConnectionText.Of(settings.PostgreSql!, PostgresUse.Membership);
            var wakings = PostgresConnectionText.Of(settings.PostgreSql!, PostgresUse.Reminders);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, settings.ServiceId));
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Npgsql, membership));
            silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (Npgsql, wakings));
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
    /// <param name="platform">Its stores.</param>
    /// <param name="time">The actors' time; null for real time.</param>
    public static void AddPlatform(ISiloBuilder silo, SiloPlatform platform, TimeProvider? time = null)
    {
        silo.AddActors(time);
        silo.Services.AddSingleton(platform.Objects).AddSingleton(platform.Submissions).AddSingleton(platform.Datasets);
        silo.Services.AddSingleton(platform.Ballots).AddSingleton(platform.Directory).AddSingleton<IDataFeed, DataFeed>();
        silo.AddEventStreams(platform.Publisher);
        silo.Services.AddSingleton(platform.ReadModel);
        silo.Services.AddKeyedSingleton<IGrainStorage>(ActorKinds.Storage, (_, _) => new ActorRowGrainStorage(platform.Rows));
    }
}

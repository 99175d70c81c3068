using System.Net;
using Numerai.Grains;
using Numerai.Grains.Streams;
using Numerai.Silo.Joining;
using Numerai.Silo.Platform;
using Numerai.Silo.Simulations;
using Numerai.Silo.Storage;
using Numerai.Storage;
using Numerai.Storage.Feeds;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace Numerai.Silo.Hosting;

/// <summary>The Orleans side of a silo.</summary>
public static class SiloSetup
{
    /// <summary>Orleans clients could call any actor in anybody's name, so there is no port for them.</summary>
    internal const int NoGateway = 0;

    /// <param name="silo">The silo.</param>
    /// <param name="settings">What it is part of.</param>
    /// <param name="secrets">What the servers of a cluster share, and nobody else has.</param>
    /// <param name="stores">Its stores.</param>
    /// <param name="time">The actors' time; null for real time.</param>
    public static void Configure(
        ISiloBuilder silo, SiloSettings settings, ServerSecrets secrets, TournamentStores stores, TimeProvider? time)
    {
        AddPlatform(silo, stores, time, PlatformFactory.WebOptions(settings).Feeds);
        silo.AddSimulationPoints(new SimulationPointPlayer(settings.SimulationsAtOnce));
        silo.JoinOnlyBySecret(secrets, LoadTls(settings));
        if (settings.Mode == SiloMode.Local)
        {
            // Nobody else is to find it, so any port will do, and several silos of one run side by side.
            silo.UseLocalhostClustering(FreePorts.Or(0), NoGateway, serviceId: settings.ServiceId, clusterId: settings.ClusterId);
            silo.UseInMemoryReminderService();
        }
        else
        {
            var membership = PostgresConnectionText.Of(settings.PostgreSql!, PostgresUse.Membership);
            var wakings = PostgresConnectionText.Of(settings.PostgreSql!, PostgresUse.Reminders);
            var siloPort = FreePorts.Or(settings.SiloPort);
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, settings.ServiceId));
            silo.UseAdoNetClustering(clustering =>
                (clustering.Invariant, clustering.ConnectionString) = (PostgresDatabase.Invariant, membership));
            silo.UseAdoNetReminderService(reminders =>
                (reminders.Invariant, reminders.ConnectionString) = (PostgresDatabase.Invariant, wakings));
            if (settings.AdvertisedAddress is { } address)
            {
                silo.ConfigureEndpoints(IPAddress.Parse(address), siloPort, NoGateway);
            }
            else
            {
                silo.ConfigureEndpoints(siloPort, NoGateway);
            }
        }

        if (settings.Dashboard)
        {
            silo.AddDashboard();
        }
    }

    private static SiloTls? LoadTls(SiloSettings settings)
    {
        var wrong = new List<string>();
        var tls = SiloTls.Load(settings, TimeProvider.System, wrong);
        return wrong.Count == 0 ? tls : throw new InvalidOperationException(string.Join(' ', wrong));
    }

    /// <summary>The actors and their stores, whatever the silo finds its cluster by.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="stores">Its stores.</param>
    /// <param name="time">The actors' time; null for real time.</param>
    /// <param name="feeds">How feeds on the web are read; null for as usual.</param>
    public static void AddPlatform(ISiloBuilder silo, TournamentStores stores, TimeProvider? time = null, FeedOptions? feeds = null)
    {
        silo.AddActors(time);
        silo.Services.AddSingleton(stores.Objects).AddSingleton(stores.Submissions).AddSingleton(stores.Datasets);
        silo.Services.AddSingleton(stores.Ballots).AddSingleton(stores.Directory);

        // What is being fetched is broken off when the silo is asked to stop, so that a feed that stalls does not use up the time to drain.
        silo.Services.AddSingleton<IDataFeed>(services => new DataFeed(
            feeds, TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        silo.AddEventStreams(stores.Publisher);
        silo.Services.AddSingleton(stores.ReadModel);
        silo.AddActorStorage(stores);
    }
}

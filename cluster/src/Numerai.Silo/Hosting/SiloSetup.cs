using System.Net;
using Numerai.Grains;
using Numerai.Grains.Actors;
using Numerai.Grains.Streams;
using Numerai.Silo.Joining;
using Numerai.Silo.Platform;
using Numerai.Silo.Storage;
using Numerai.Storage.Feeds;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Storage;

namespace Numerai.Silo.Hosting;

/// <summary>The Orleans side of a silo.</summary>
public static class SiloSetup
{
    /// <summary>Orleans clients could call any actor in anybody's name, so there is no port for them.</summary>
    internal const int NoGateway = 0;

    private const string Npgsql = "Npgsql";

    public static void Configure(ISiloBuilder silo, SiloSettings settings, ServerSecrets secrets, SiloPlatform platform)
    {
        AddPlatform(silo, platform, feeds: PlatformFactory.WebOptions(settings).Feeds);
        silo.JoinOnlyBySecret(secrets, LoadTls(settings));
        var siloPort = FreePorts.Or(settings.SiloPort);
        if (settings.Mode == SiloMode.Local)
        {
            silo.UseLocalhostClustering(siloPort, NoGateway, serviceId: settings.ServiceId, clusterId: settings.ClusterId);
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
    /// <param name="platform">Its stores.</param>
    /// <param name="time">The actors' time; null for real time.</param>
    /// <param name="feeds">How feeds on the web are read; null for as usual.</param>
    public static void AddPlatform(ISiloBuilder silo, SiloPlatform platform, TimeProvider? time = null, FeedOptions? feeds = null)
    {
        silo.AddActors(time);
        silo.Services.AddSingleton(platform.Objects).AddSingleton(platform.Submissions).AddSingleton(platform.Datasets);
        silo.Services.AddSingleton(platform.Ballots).AddSingleton(platform.Directory);

        // What is being fetched is broken off when the silo is asked to stop, so that a feed that stalls does not use up the time to drain.
        silo.Services.AddSingleton<IDataFeed>(services => new DataFeed(
            feeds, TimeProvider.System, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping));
        silo.AddEventStreams(platform.Publisher);
        silo.Services.AddSingleton(platform.ReadModel);
        silo.Services.AddKeyedSingleton<IGrainStorage>(ActorKinds.Storage, (_, _) => new ActorRowGrainStorage(platform.Rows));
    }
}

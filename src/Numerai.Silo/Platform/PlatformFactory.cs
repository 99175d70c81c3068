using Numerai.Silo.Clocks;
using Numerai.Silo.Hosting;
using Numerai.Storage;
using Numerai.Storage.Feeds;
using Numerai.Storage.Files;
using Numerai.Storage.Postgres;
using Numerai.Storage.Sqlite;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Platform;

/// <summary>Opens what a silo's settings name.</summary>
public static class PlatformFactory
{
    /// <summary>Null for real time. The folder is taken meanwhile, so that nobody else's mark is touched.</summary>
    /// <exception cref="DataFolderInUseException">Another server has the data folder.</exception>
    /// <exception cref="DataFolderClockException">The folder lives on the other kind of clock.</exception>
    internal static KeptClock? OpenClock(SiloSettings settings)
    {
        if (settings.Mode == SiloMode.Cluster)
        {
            return null;
        }

        using var taken = DataFolderLock.Take(settings.DataFolder);
        ClockMark.Require(settings.DataFolder, settings.VirtualClock is not null);
        return settings.VirtualClock is { } start ? KeptClock.Open(settings.DataFolder, start) : null;
    }

    /// <summary>A silo of one opens its data folder, a member of a cluster the database, whose schema the first silo makes.</summary>
    public static async Task<TournamentStores> OpenAsync(SiloSettings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);
        return settings.Mode == SiloMode.Local ? SqliteStores.OpenFolder(settings.DataFolder) : await OpenClusterAsync(settings);
    }

    public static WebServerOptions WebOptions(SiloSettings settings) => new()
    {
        DataFolder = settings.DataFolder,
        Url = settings.Url,
        PublicUrl = settings.PublicUrl,
        OpenRegistration = settings.OpenRegistration,
        AllowPrivateWebhooks = settings.AllowPrivateWebhooks,
        Feeds = new FeedOptions
        {
            AllowPrivate = settings.AllowPrivateFeeds,
            CredentialsFile = settings.FeedCredentials,
            Stall = settings.FeedStall,
            Total = settings.FeedTotal,
        },
        Dashboard = settings.Dashboard ? DashboardRefusals.Path : null,
        GraphQlDeadline = settings.GraphQlDeadline,
        RateLimits = settings.RateLimits ? settings.Limits : null,
    };

    public static ServerSecrets Secrets(SiloSettings settings) => settings.Mode == SiloMode.Local
        ? ServerSecrets.LoadOrCreate(settings.DataFolder)
        : new ServerSecrets(Convert.FromHexString(settings.Secret!));

    private static async Task<TournamentStores> OpenClusterAsync(SiloSettings settings)
    {
        await PostgresReadiness.WaitAsync(
            settings.PostgreSql!, settings.DatabasePatience, TimeProvider.System, Console.Error.WriteLineAsync);
        var database = await PostgresDatabase.OpenAsync(settings.PostgreSql!);
        await OrleansSchema.ApplyAsync(database);
        return PostgresStores.Over(database, Path.Combine(settings.DataFolder, "cache"));
    }
}

using Numerai.Local;
using Numerai.Silo.Hosting;
using Numerai.Storage.Feeds;
using Numerai.Storage.Postgres;
using Numerai.Storage.Sqlite;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Platform;

/// <summary>Opens what a silo's settings name.</summary>
public static class PlatformFactory
{
    /// <summary>Local mode opens the single-machine server's data folder, cluster mode the database, whose schema the first silo makes.</summary>
    public static async Task<SiloPlatform> OpenAsync(SiloSettings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);
        return settings.Mode == SiloMode.Local ? OpenFolder(settings.DataFolder) : await OpenClusterAsync(settings);
    }

    public static WebServerOptions WebOptions(SiloSettings settings) => new()
    {
        DataFolder = settings.DataFolder,
        Url = settings.Url,
        PublicUrl = settings.PublicUrl,
        OpenRegistration = settings.OpenRegistration,
        AllowPrivateWebhooks = settings.AllowPrivateWebhooks,
        Feeds = new FeedOptions { AllowPrivate = settings.AllowPrivateFeeds, CredentialsFile = settings.FeedCredentials },
        RateLimits = settings.RateLimits ? RateLimits.Default : null,
    };

    public static ServerSecrets Secrets(SiloSettings settings) => settings.Mode == SiloMode.Local
        ? ServerSecrets.LoadOrCreate(settings.DataFolder)
        : new ServerSecrets(Convert.FromHexString(settings.Secret!));

    private static SiloPlatform OpenFolder(string folder)
    {
        var stores = LocalStores.OpenFolder(folder, SqliteDurability.Process, inline: false);
        return new SiloPlatform(
            stores.Rows, stores.Submissions, stores.Objects, stores.Datasets, stores.Uploads, stores.Ballots, stores.ActorDirectory, stores.ReadModel, stores.Webhooks, stores.Results, stores.Events, stores.Publisher,
            () => FindBehindAsync(stores), stores);
    }

    private static async Task<SiloPlatform> OpenClusterAsync(SiloSettings settings)
    {
        await PostgresReadiness.WaitAsync(settings.PostgreSql!, settings.DatabasePatience, TimeProvider.System, Console.Error.WriteLineAsync);
        var database = await PostgresDatabase.OpenAsync(settings.PostgreSql!);
        await OrleansSchema.ApplyAsync(database);
        var stores = new PostgresStores(database, Path.Combine(settings.DataFolder, "cache"));
        return new SiloPlatform(
            stores.Actors, stores.Submissions, stores.Objects, stores.Datasets, stores.Uploads, stores.Ballots, stores.Directory, stores.ReadModel, stores.Webhooks, stores.Results, stores.Feed, stores.Publisher,
            stores.Outboxes.FindBehindAsync, database);
    }

    private static async Task<IReadOnlyList<string>> FindBehindAsync(LocalStores stores)
    {
        var applied = await stores.Events.AppliedAsync();
        return [.. (await stores.Rows.HeadsAsync()).Where(head => head.NextSequence - 1 > applied.GetValueOrDefault(head.Source)).Select(head => head.Source)];
    }
}

using Numerai.Silo.Hosting;
using Numerai.Storage;
using Numerai.Storage.Postgres;
using Numerai.Storage.Sqlite;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Platform;

/// <summary>Opens what a silo's settings name.</summary>
public static class PlatformFactory
{
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
        RateLimits = settings.RateLimits ? settings.Limits : null,
    };

    public static ServerSecrets Secrets(SiloSettings settings) => settings.Mode == SiloMode.Local
        ? ServerSecrets.LoadOrCreate(settings.DataFolder)
        : new ServerSecrets(Convert.FromHexString(settings.Secret!));

    private static async Task<TournamentStores> OpenClusterAsync(SiloSettings settings)
    {
        await PostgresReadiness.WaitAsync(settings.PostgreSql!, settings.DatabasePatience, TimeProvider.System, Console.Error.WriteLineAsync);
        var database = await PostgresDatabase.OpenAsync(settings.PostgreSql!);
        await OrleansSchema.ApplyAsync(database);
        return PostgresStores.Over(database, Path.Combine(settings.DataFolder, "cache"));
    }
}

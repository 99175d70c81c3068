using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Files;
using Numerai.Storage.Governance;
using Numerai.Storage.ReadModels;
using Numerai.Storage.Submissions;
using Numerai.Storage.Webhooks;

namespace Numerai.Storage.Sqlite;

/// <summary>All stores on one SQLite file, with folders of files beside it.</summary>
public static class SqliteStores
{
    /// <summary>The database in a data folder.</summary>
    public const string DatabaseName = "numerai.db";

    /// <summary>Whether a folder holds what <see cref="OpenFolder"/> makes.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, DatabaseName));

    /// <param name="folder">Of one process; made when absent.</param>
    /// <param name="durability">What a write survives.</param>
    /// <param name="inline">Whether writes run on the calling thread, as a deterministic host needs.</param>
    /// <exception cref="DataFolderInUseException">Another host has the folder.</exception>
    public static TournamentStores OpenFolder(string folder, SqliteDurability durability = SqliteDurability.Process, bool inline = false)
    {
        var path = Path.GetFullPath(folder);
        var taken = DataFolderLock.Take(path);
        try
        {
            var database = SqliteDatabase.Open(new SqliteDatabaseOptions(Path.Combine(path, DatabaseName), durability, inline));
            var rows = new SqlActorRows(database);
            var objects = new FileObjectStore(Path.Combine(path, "objects"));
            var events = new TournamentEvents(database);
            return new TournamentStores(
                rows,
                new SqlSubmissionStore(database),
                objects,
                new FileDatasetStore(database, Path.Combine(path, "datasets")),
                new FileUploadStore(database, Path.Combine(path, "uploads")),
                new SqlBallotStore(database),
                new SqlActorDirectory(database),
                new SqlReadModel(database),
                new SqlWebhookStore(database),
                new RoundResults(database),
                events,
                new SqlEventPublisher(database, objects, events),
                new SqlOutboxes(database).FindBehindAsync,
                new Source(database, taken));
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private sealed class Source(SqliteDatabase database, DataFolderLock folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await database.DisposeAsync();
            folder.Dispose();
        }
    }
}

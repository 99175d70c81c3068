using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Files;
using Numerai.Storage.Governance;
using Numerai.Storage.Memory;
using Numerai.Storage.ReadModels;
using Numerai.Storage.Sqlite;
using Numerai.Storage.Submissions;
using Numerai.Storage.Webhooks;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Webhooks;

namespace Numerai.Local;

/// <summary>Everything a host keeps, on disk or in memory. Stores outlive a host that is given them, so that a test can crash the host.</summary>
public sealed class LocalStores : IAsyncDisposable
{
    /// <summary>The database in a data folder.</summary>
    public const string DatabaseName = "numerai.db";

    private readonly SqliteDatabase _database;
    private readonly IDisposable _folder;

    private LocalStores(
        SqliteDatabase database,
        IDisposable folder,
        string path,
        IActorRows rows,
        ISubmissionStore submissions,
        IObjectStore objects,
        IDatasetStore? datasets = null,
        IEventPublisher? publisher = null)
    {
        _database = database;
        _folder = folder;
        Rows = rows;
        Submissions = submissions;
        Objects = objects;
        Datasets = datasets ?? new FileDatasetStore(database, Path.Combine(path, "datasets"));
        Uploads = new FileUploadStore(database, Path.Combine(path, "uploads"));
        Ballots = new SqlBallotStore(database);
        ActorDirectory = rows is SqlActorRows ? new SqlActorDirectory(database) : new RowActorDirectory(rows);
        ReadModel = new SqlReadModel(database);
        Webhooks = new SqlWebhookStore(database);
        Results = new RoundResults(database);
        Events = new TournamentEvents(database);
        Publisher = publisher ?? new SqlEventPublisher(database, objects, Events);
    }

    public IActorRows Rows { get; }

    public ISubmissionStore Submissions { get; }

    public IObjectStore Objects { get; }

    public IDatasetStore Datasets { get; }

    public IUploadStore Uploads { get; }

    public IBallotStore Ballots { get; }

    public IActorDirectory ActorDirectory { get; }

    public IReadModel ReadModel { get; }

    public IWebhookStore Webhooks { get; }

    public IRoundResults Results { get; }

    public TournamentEvents Events { get; }

    public IEventPublisher Publisher { get; }

    /// <summary>Whether a folder holds what <see cref="OpenFolder"/> makes.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, DatabaseName));

    /// <summary>One SQLite file and folders of files beside it.</summary>
    /// <param name="inline">Whether writes run on the calling thread, as a deterministic host needs.</param>
    /// <exception cref="DataFolderInUseException">Another host has the folder.</exception>
    public static LocalStores OpenFolder(string folder, SqliteDurability durability, bool inline)
    {
        var path = Path.GetFullPath(folder);
        var taken = DataFolderLock.Take(path);
        try
        {
            var database = SqliteDatabase.Open(new SqliteDatabaseOptions(Path.Combine(path, DatabaseName), durability, inline));
            var objects = new FileObjectStore(Path.Combine(path, "objects"));
            return new LocalStores(database, taken, path, new SqlActorRows(database), new SqlSubmissionStore(database), objects);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Memory for everything that actors reach; published and uploaded files are in a temporary folder.</summary>
    /// <param name="throughJson">Whether states go through their stored form, which is slower and shows what it cannot carry.</param>
    public static LocalStores InMemory(bool throughJson)
    {
        var folder = new TemporaryFolder();
        var database = SqliteDatabase.Open(new SqliteDatabaseOptions(null, Inline: true));
        return new LocalStores(
            database, folder, folder.Path, new MemoryActorRows(throughJson), new MemorySubmissionStore(), new MemoryObjectStore());
    }

    /// <summary>Stores that the caller made and keeps, such as a simulation's; nothing else is meant to be used.</summary>
    /// <param name="publisher">Hears of events in place of the tables that people read, which then stay empty.</param>
    public static LocalStores InMemory(
        IActorRows rows, ISubmissionStore submissions, IObjectStore objects, IDatasetStore datasets, IEventPublisher publisher)
    {
        var folder = new TemporaryFolder();
        var database = SqliteDatabase.Open(new SqliteDatabaseOptions(null, Inline: true));
        return new LocalStores(database, folder, folder.Path, rows, submissions, objects, datasets, publisher);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("numerai-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Files;
using Numerai.Storage.Governance;
using Numerai.Storage.ReadModels;
using Numerai.Storage.Sqlite;
using Numerai.Storage.Webhooks;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Memory;

/// <summary>Stores in memory for everything that actors reach; published and uploaded files are in a temporary folder.</summary>
public static class MemoryStores
{
    /// <param name="throughJson">Whether states go through their stored form, which is slower and shows what it cannot carry.</param>
    public static TournamentStores Make(bool throughJson) =>
        Make(new MemoryActorRows(throughJson), new MemorySubmissionStore(), new MemoryObjectStore(), datasets: null, publisher: null);

    /// <summary>Stores that the caller made and keeps, such as a simulation's; nothing else is meant to be used.</summary>
    /// <param name="publisher">Hears of events in place of the tables that people read, which then stay empty.</param>
    public static TournamentStores Over(
        IActorRows rows, ISubmissionStore submissions, IObjectStore objects, IDatasetStore datasets, IEventPublisher publisher) =>
        Make(rows, submissions, objects, datasets, publisher);

    private static TournamentStores Make(
        IActorRows rows, ISubmissionStore submissions, IObjectStore objects, IDatasetStore? datasets, IEventPublisher? publisher)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-");
        var database = SqliteDatabase.Open(new SqliteDatabaseOptions(null, Inline: true));
        var events = new TournamentEvents(database);
        return new TournamentStores(
            rows,
            submissions,
            objects,
            datasets ?? new FileDatasetStore(database, Path.Combine(folder.FullName, "datasets")),
            new FileUploadStore(database, Path.Combine(folder.FullName, "uploads")),
            new SqlBallotStore(database),
            new RowActorDirectory(rows),
            new SqlReadModel(database),
            new SqlWebhookStore(database),
            new RoundResults(database),
            events,
            publisher ?? new SqlEventPublisher(database, objects, events),
            () => TournamentStores.CompareHeadsAsync(rows, events),
            new Source(database, folder));
    }

    private sealed class Source(SqliteDatabase database, DirectoryInfo folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await database.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}

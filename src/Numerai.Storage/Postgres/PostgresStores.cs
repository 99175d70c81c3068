using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Governance;
using Numerai.Storage.ReadModels;
using Numerai.Storage.Submissions;
using Numerai.Storage.Webhooks;

namespace Numerai.Storage.Postgres;

/// <summary>All stores of a platform on one PostgreSQL database, each on the lane it needs.</summary>
public static class PostgresStores
{
    /// <param name="database">Opened, with its schema; disposed with the stores.</param>
    /// <param name="cache">Folder for this process's copies of files.</param>
    public static TournamentStores Over(PostgresDatabase database, string cache)
    {
        var objects = new PostgresObjectStore(database.Concurrent);

        // Events are applied one after the other: the order of their positions is then the order of their commits, so that a reader
        // who goes on after the last position it has seen misses none, and balances are added up without losing any.
        var lane = database.ExclusiveTogether("events");
        var events = new TournamentEvents(lane);
        return new TournamentStores(
            new SqlActorRows(database.Concurrent),

            // Accepting submissions side by side is safe as long as no seal comes between looking for one and committing.
            new SqlSubmissionStore(database.Shared("submissions"), database.Exclusive("submissions")),
            objects,
            new PostgresDatasetStore(database, Path.Combine(cache, "datasets")),
            new PostgresUploadStore(database, Path.Combine(cache, "uploads")),
            new SqlBallotStore(database.Concurrent),
            new SqlActorDirectory(database.Concurrent),
            new SqlReadModel(database.Concurrent),
            new SqlWebhookStore(database.Exclusive("webhooks")),
            new RoundResults(database.Concurrent),
            events,
            new SqlEventPublisher(lane, objects, events),
            new SqlOutboxes(database.Concurrent).FindBehindAsync,
            database);
    }
}

using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Governance;
using Numerai.Storage.ReadModels;
using Numerai.Storage.Submissions;
using Numerai.Storage.Webhooks;

namespace Numerai.Storage.Postgres;

/// <summary>All stores of a platform on one PostgreSQL database, each on the lane it needs.</summary>
public sealed class PostgresStores
{
    /// <param name="database">Opened, with its schema.</param>
    /// <param name="cache">Folder for this process's copies of files.</param>
    public PostgresStores(PostgresDatabase database, string cache)
    {
        // Accepting submissions side by side is safe as long as no seal comes between looking for one and committing.
        Submissions = new SqlSubmissionStore(database.Shared("submissions"), database.Exclusive("submissions"));
        Actors = new SqlActorRows(database.Concurrent);
        Objects = new PostgresObjectStore(database.Concurrent);
        Datasets = new PostgresDatasetStore(database, Path.Combine(cache, "datasets"));
        Uploads = new PostgresUploadStore(database, Path.Combine(cache, "uploads"));

        // Events are applied one after the other: the order of their positions is then the order of their commits, so that a reader
        // who goes on after the last position it has seen misses none, and balances are added up without losing any.
        var events = database.ExclusiveTogether("events");
        Feed = new TournamentEvents(events);
        Publisher = new SqlEventPublisher(events, Objects, Feed);
        Ballots = new SqlBallotStore(database.Concurrent);
        Directory = new SqlActorDirectory(database.Concurrent);
        Outboxes = new PostgresOutboxes(database.Concurrent);
        ReadModel = new SqlReadModel(database.Concurrent);
        Results = new RoundResults(database.Concurrent);
        Webhooks = new SqlWebhookStore(database.Exclusive("webhooks"));
    }

    public SqlActorRows Actors { get; }

    public SqlSubmissionStore Submissions { get; }

    public PostgresObjectStore Objects { get; }

    public PostgresDatasetStore Datasets { get; }

    public PostgresUploadStore Uploads { get; }

    public TournamentEvents Feed { get; }

    public SqlEventPublisher Publisher { get; }

    public PostgresOutboxes Outboxes { get; }

    public SqlBallotStore Ballots { get; }

    public SqlActorDirectory Directory { get; }

    public SqlReadModel ReadModel { get; }

    public SqlWebhookStore Webhooks { get; }

    public RoundResults Results { get; }
}

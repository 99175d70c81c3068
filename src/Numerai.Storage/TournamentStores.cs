using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Tournament.Ports;

namespace Numerai.Storage;

/// <summary>
/// Everything a tournament keeps: on SQLite and folders (<see cref="Sqlite.SqliteStores"/>), on PostgreSQL
/// (<see cref="Postgres.PostgresStores"/>) or in memory (<see cref="Memory.MemoryStores"/>). Stores outlive a host that is given them, so
/// that a test can crash the host.
/// </summary>
/// <param name="FindBehindAsync">
/// Names, as in events ("round/8/123"), of actors with events in their outboxes that nobody has heard yet: their process died, or the
/// tables could not be written. An actor publishes with its next command, but nobody may call it for weeks.
/// </param>
/// <param name="Source">What they live on, disposed with them.</param>
public sealed record TournamentStores(
    IActorRows Rows,
    ISubmissionStore Submissions,
    IObjectStore Objects,
    IDatasetStore Datasets,
    IUploadStore Uploads,
    IBallotStore Ballots,
    IActorDirectory Directory,
    IReadModel ReadModel,
    IWebhookStore Webhooks,
    IRoundResults Results,
    TournamentEvents Events,
    IEventPublisher Publisher,
    Func<Task<IReadOnlyList<string>>> FindBehindAsync,
    IAsyncDisposable Source) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Compares the heads of outboxes with what is applied; for rows in memory, where nothing else keeps count.</summary>
    internal static async Task<IReadOnlyList<string>> CompareHeadsAsync(IActorRows rows, TournamentEvents events)
    {
        var applied = await events.AppliedAsync();
        var heads = await rows.HeadsAsync();
        return [.. heads.Where(head => head.NextSequence - 1 > applied.GetValueOrDefault(head.Source)).Select(head => head.Source)];
    }
}

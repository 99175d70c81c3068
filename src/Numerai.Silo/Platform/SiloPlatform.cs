using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Webhooks;

namespace Numerai.Silo.Platform;

/// <summary>The stores of a silo, of whichever kind.</summary>
/// <param name="FindBehind">Names of actors whose outboxes hold events that were not published.</param>
/// <param name="Source">What they live on, disposed last.</param>
public sealed record SiloPlatform(
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
    Func<Task<IReadOnlyList<string>>> FindBehind,
    IAsyncDisposable Source) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}

using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Webhooks;

namespace Numerai.Web.Hosting;

/// <summary>What a web server serves: the actors of some host and the stores beside them.</summary>
public sealed record PlatformServices(
    IActors Actors,
    IReadModel ReadModel,
    ISubmissionStore Submissions,
    IUploadStore Uploads,
    IDatasetStore Datasets,
    IObjectStore Objects,
    IWebhookStore Webhooks,
    IRoundResults Results,
    TournamentEvents Events,
    IEventPublisher Publisher,
    IServerClock Clock,
    TimeProvider Time);

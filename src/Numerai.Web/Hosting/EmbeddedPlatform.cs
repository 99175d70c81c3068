using Microsoft.Extensions.Logging.Abstractions;
using Numerai.Storage.Actors;
using Numerai.Storage.Events;
using Numerai.Storage.Files;
using Numerai.Storage.ReadModels;
using Numerai.Storage.Sqlite;
using Numerai.Storage.Submissions;
using Numerai.Tournament.Actors;

namespace Numerai.Web.Hosting;

/// <summary>The platform in this process, on one SQLite file and folders beside it.</summary>
internal sealed class EmbeddedPlatform : IAsyncDisposable
{
    private readonly SqliteDatabase _database;

    private EmbeddedPlatform(SqliteDatabase database, PlatformServices services)
    {
        _database = database;
        Services = services;
    }

    public PlatformServices Services { get; }

    public static Task<EmbeddedPlatform> OpenAsync(WebServerOptions options)
    {
        var folder = options.DataFolder;
        var database = SqliteDatabase.Open(new SqliteDatabaseOptions(Path.Combine(folder, "numerai.db")));
        var objects = new FileObjectStore(Path.Combine(folder, "objects"));
        var datasets = new FileDatasetStore(database, Path.Combine(folder, "datasets"));
        var uploads = new FileUploadStore(database, Path.Combine(folder, "uploads"));
        var submissions = new SqlSubmissionStore(database);
        var events = new TournamentEvents(database);
        var clock = new VirtualTime(options.VirtualClock);
        TimeProvider time = clock.IsVirtual ? clock : TimeProvider.System;
        var actors = new SerialActors(new SqlActorRows(database));
        actors.Services = new ActorServices(
            time, actors, new SqlEventPublisher(database, objects, events), objects, submissions, datasets, NullLogger.Instance);
        clock.Due = () => DueWork.TickAsync(actors, uploads, clock.Now);
        return Task.FromResult(new EmbeddedPlatform(
            database,
            new PlatformServices(actors, new SqlReadModel(database), submissions, uploads, datasets, objects, events, clock, time)));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Numerai.Grains.Tests.Behaviour;
using Numerai.Silo.Storage;
using Numerai.Storage.Actors;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Actors;
using Orleans.Storage;

namespace Numerai.Grains.Tests.Storage;

/// <summary>What a silo on PostgreSQL gives its grains to keep their state in, and the rows behind it.</summary>
internal sealed class ProviderRows : IAsyncDisposable
{
    private readonly ClusterTournamentHost _host;

    private ProviderRows(ClusterTournamentHost host) => _host = host;

    public IGrainStorage Storage => _host.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>(GrainsHosting.ActorStorage);

    /// <summary>Orleans' provider, which is behind it.</summary>
    public AdoNetGrainStorage Provider => (AdoNetGrainStorage)_host.Silos[0].ServiceProvider
        .GetRequiredKeyedService<IGrainStorage>(ActorStorageHosting.Provider);

    /// <summary>The same rows without Orleans.</summary>
    public IActorRows Rows => _host.Stores.Rows;

    public PostgresDatabase Database => (PostgresDatabase)_host.Stores.Source;

    public static async Task<ProviderRows> OpenAsync(PostgresServer server) => await OpenAsync(await server.NewDatabaseAsync());

    public static async Task<ProviderRows> OpenAsync(string postgres) => new(await ClusterTournamentHost.StartAsync(silos: 1, postgres));

    public async Task<GrainState<Persisted<Box>>> ReadAsync(string kind, string key)
    {
        var state = new GrainState<Persisted<Box>>();
        await Storage.ReadStateAsync(kind, GrainId.Create(kind, key), state);
        return state;
    }

    public Task WriteAsync(string kind, string key, GrainState<Persisted<Box>> state) =>
        Storage.WriteStateAsync(kind, GrainId.Create(kind, key), state);

    public Task ExecuteAsync(string statements) => Database.Concurrent.WriteAsync(connection => connection.ExecuteAsync(statements));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string query) =>
        [.. await Database.Concurrent.ReadAsync(connection => connection.QueryAsync<T>(query))];

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static Persisted<Box> Holding(string content, long nextSequence = 1) => new(1, new Box(content), nextSequence, []);

    internal sealed record Box(string Content);
}

using Numerai.Grains;
using Numerai.Storage;
using Numerai.Storage.Postgres;
using Orleans.Storage;

namespace Numerai.Silo.Storage;

/// <summary>Where a silo keeps its grains' state: in the rows of the stores it stands on.</summary>
internal static class ActorStorageHosting
{
    /// <summary>Name under which Orleans' provider is registered, behind what actors use.</summary>
    public const string Provider = "actor_rows";

    /// <summary>
    /// In a cluster Orleans' own provider writes them, over the stores' connections: their limits of time, their share of connections.
    /// </summary>
    public static void AddActorStorage(this ISiloBuilder silo, TournamentStores stores)
    {
        if (stores.Source is PostgresDatabase database)
        {
            silo.AddAdoNetGrainStorage(Provider, rows =>
            {
                (rows.Invariant, rows.DataSource) = (PostgresDatabase.Invariant, database.Source);
                rows.GrainStorageSerializer = new StoredJsonSerializer();
            });
            silo.Services.AddKeyedSingleton<IGrainStorage>(
                GrainsHosting.ActorStorage,
                (services, _) => new ProviderGrainStorage(services.GetRequiredKeyedService<IGrainStorage>(Provider)));
        }
        else
        {
            silo.Services.AddKeyedSingleton<IGrainStorage>(GrainsHosting.ActorStorage, (_, _) => new ActorRowGrainStorage(stores.Rows));
        }
    }
}

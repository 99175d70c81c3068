using Numerai.Storage.Actors;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The transfer suite over two silos on PostgreSQL.</summary>
public sealed class PostgresClusterTransferTests(PostgresServer server) : TransferSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());

    protected override IActorRows Rows(ITournamentHost host) => ((ClusterTournamentHost)host).Stores.Rows;
}


namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The governance suite over two silos on PostgreSQL.</summary>
public sealed class PostgresClusterGovernanceTests(PostgresServer server) : GovernanceSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());
}


namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The behaviour suite over two silos on PostgreSQL.</summary>
public sealed class PostgresClusterRoundLifeCycleTests(PostgresServer server) : RoundLifeCycleSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());
}

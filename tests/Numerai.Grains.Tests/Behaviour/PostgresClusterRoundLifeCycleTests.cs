
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The behaviour suite over three silos on PostgreSQL.</summary>
public sealed class PostgresClusterRoundLifeCycleTests(PostgresServer server) : RoundLifeCycleSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 3, await server.NewDatabaseAsync());
}

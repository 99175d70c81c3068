
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The agreement suite over two silos on PostgreSQL.</summary>
public sealed class PostgresClusterAgreementTests(PostgresServer server) : AgreementSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());
}


namespace Numerai.Grains.Tests.Behaviour;

/// <summary>What a tournament publishes so that nobody has to trust it, on two silos over PostgreSQL.</summary>
public sealed class ClusterProofTests(PostgresServer server) : ProofSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());
}

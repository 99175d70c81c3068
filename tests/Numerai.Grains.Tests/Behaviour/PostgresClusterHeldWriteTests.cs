using Numerai.Local.Faults;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The suite of held writes over two silos on PostgreSQL.</summary>
public sealed class PostgresClusterHeldWriteTests(PostgresServer server) : HeldWriteSuite
{
    protected override async Task<ITournamentHost> StartAsync(FaultPlan faults) =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync(), faults);
}

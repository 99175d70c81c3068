using Numerai.Behaviour.Signals;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The behaviour of Signals rounds over two silos on PostgreSQL.</summary>
public sealed class PostgresClusterSignalsRoundTests(PostgresServer server) : SignalsRoundSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());
}

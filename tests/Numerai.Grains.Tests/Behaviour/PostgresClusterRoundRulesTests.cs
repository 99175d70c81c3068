
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The rules of rounds over two silos on PostgreSQL.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class PostgresClusterRoundRulesTests(PostgresServer server) : RoundRulesSuite
{
    protected override async Task<ITournamentHost> StartAsync() =>
        await ClusterTournamentHost.StartAsync(silos: 2, await server.NewDatabaseAsync());
}


namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The rules of rounds over three silos.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class SqliteClusterRoundRulesTests : RoundRulesSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 3);
}

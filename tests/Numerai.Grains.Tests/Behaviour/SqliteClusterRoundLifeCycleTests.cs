
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The behaviour suite over three silos. What it says is also said over PostgreSQL.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class SqliteClusterRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 3);
}

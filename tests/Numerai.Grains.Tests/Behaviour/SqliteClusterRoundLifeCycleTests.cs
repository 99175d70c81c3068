
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The behaviour suite over two silos.</summary>
public sealed class SqliteClusterRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}


namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The governance suite over two silos.</summary>
public sealed class SqliteClusterGovernanceTests : GovernanceSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}

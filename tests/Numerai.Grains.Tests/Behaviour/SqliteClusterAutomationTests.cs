
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The automation suite over two silos.</summary>
public sealed class SqliteClusterAutomationTests : AutomationSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}

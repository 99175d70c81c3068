
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The automation suite of daily tournaments over two silos.</summary>
public sealed class SqliteClusterDailyAutomationTests : DailyAutomationSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}

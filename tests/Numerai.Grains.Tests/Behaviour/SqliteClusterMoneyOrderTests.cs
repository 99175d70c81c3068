namespace Numerai.Grains.Tests.Behaviour;

public sealed class SqliteClusterMoneyOrderTests : MoneyOrderSuite
{
    protected override async Task<ITournamentHost> StartAsync(int seed) => await ClusterTournamentHost.StartAsync(silos: 2);
}

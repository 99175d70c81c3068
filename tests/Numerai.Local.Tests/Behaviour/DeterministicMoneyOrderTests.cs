namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicMoneyOrderTests : MoneyOrderSuite
{
    protected override Task<ITournamentHost> StartAsync(int seed) => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed);
}

namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicGovernanceTests : GovernanceSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7);
}

namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7);
}

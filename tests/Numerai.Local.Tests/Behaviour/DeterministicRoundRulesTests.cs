namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicRoundRulesTests : RoundRulesSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7);
}

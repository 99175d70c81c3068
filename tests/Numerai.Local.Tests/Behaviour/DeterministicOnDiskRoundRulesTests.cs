namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicOnDiskRoundRulesTests : RoundRulesSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Deterministic);
}

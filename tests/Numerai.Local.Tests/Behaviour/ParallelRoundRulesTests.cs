namespace Numerai.Local.Tests.Behaviour;

public sealed class ParallelRoundRulesTests : RoundRulesSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Parallel);
}

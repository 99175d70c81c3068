namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicDailyAutomationTests : DailyAutomationSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
}

namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicAutomationTests : AutomationSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7);
}

namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerOnDiskAutomationTests : AutomationSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Server);
}

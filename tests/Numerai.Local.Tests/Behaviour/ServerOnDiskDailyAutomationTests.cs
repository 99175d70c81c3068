namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerOnDiskDailyAutomationTests : DailyAutomationSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Server);
}

namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerOnDiskGovernanceTests : GovernanceSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Server);
}

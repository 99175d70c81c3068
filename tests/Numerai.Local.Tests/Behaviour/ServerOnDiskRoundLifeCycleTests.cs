namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerOnDiskRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Server);
}

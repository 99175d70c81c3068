namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerInMemoryRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Server);
}

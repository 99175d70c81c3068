namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicOnDiskRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Deterministic);
}

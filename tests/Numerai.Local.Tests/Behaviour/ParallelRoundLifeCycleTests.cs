namespace Numerai.Local.Tests.Behaviour;

public sealed class ParallelRoundLifeCycleTests : RoundLifeCycleSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Parallel);
}

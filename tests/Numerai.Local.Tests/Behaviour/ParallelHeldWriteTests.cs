using Numerai.Local.Faults;

namespace Numerai.Local.Tests.Behaviour;

public sealed class ParallelHeldWriteTests : HeldWriteSuite
{
    protected override Task<ITournamentHost> StartAsync(FaultPlan faults) =>
        LocalTournamentHost.InMemoryAsync(HostMode.Parallel, faults: faults);
}

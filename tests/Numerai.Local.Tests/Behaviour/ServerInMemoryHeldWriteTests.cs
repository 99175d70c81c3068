using Numerai.Local.Faults;

namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerInMemoryHeldWriteTests : HeldWriteSuite
{
    protected override Task<ITournamentHost> StartAsync(FaultPlan faults) => LocalTournamentHost.InMemoryAsync(HostMode.Server, faults: faults);
}

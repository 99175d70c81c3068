using Numerai.Local.Faults;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The suite of held writes over two silos.</summary>
public sealed class SqliteClusterHeldWriteTests : HeldWriteSuite
{
    protected override async Task<ITournamentHost> StartAsync(FaultPlan faults) =>
        await ClusterTournamentHost.StartAsync(silos: 2, faults: faults);
}

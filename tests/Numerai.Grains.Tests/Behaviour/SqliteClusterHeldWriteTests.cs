using Numerai.Local.Faults;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The suite of held writes over two silos. What it says is also said over PostgreSQL.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class SqliteClusterHeldWriteTests : HeldWriteSuite
{
    protected override async Task<ITournamentHost> StartAsync(FaultPlan faults) =>
        await ClusterTournamentHost.StartAsync(silos: 2, faults: faults);
}

using Numerai.Behaviour.Signals;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The behaviour of Signals rounds over two silos. What it says is also said over PostgreSQL.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class SqliteClusterSignalsRoundTests : SignalsRoundSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}


namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The agreement suite over two silos. What it says is also said over PostgreSQL.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class SqliteClusterAgreementTests : AgreementSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}

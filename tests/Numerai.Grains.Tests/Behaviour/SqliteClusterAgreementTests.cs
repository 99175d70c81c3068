
namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The agreement suite over two silos.</summary>
public sealed class SqliteClusterAgreementTests : AgreementSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);
}

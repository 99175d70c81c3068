using Numerai.Storage.Actors;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The transfer suite over two silos.</summary>
public sealed class SqliteClusterTransferTests : TransferSuite
{
    protected override async Task<ITournamentHost> StartAsync() => await ClusterTournamentHost.StartAsync(silos: 2);

    protected override IActorRows Rows(ITournamentHost host) => ((ClusterTournamentHost)host).Stores.Rows;
}

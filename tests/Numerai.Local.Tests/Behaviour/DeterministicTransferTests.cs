using Numerai.Storage.Actors;

namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicTransferTests : TransferSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7);

    protected override IActorRows Rows(ITournamentHost host) => ((LocalTournamentHost)host).Rows;
}

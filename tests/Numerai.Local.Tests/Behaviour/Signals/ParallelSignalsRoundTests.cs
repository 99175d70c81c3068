using Numerai.Behaviour.Signals;

namespace Numerai.Local.Tests.Behaviour.Signals;

public sealed class ParallelSignalsRoundTests : SignalsRoundSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Parallel);
}

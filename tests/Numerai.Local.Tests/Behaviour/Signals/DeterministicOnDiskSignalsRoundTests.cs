using Numerai.Behaviour.Signals;

namespace Numerai.Local.Tests.Behaviour.Signals;

public sealed class DeterministicOnDiskSignalsRoundTests : SignalsRoundSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Deterministic);
}
